import type { Authoring } from "../contract";
import { partRows } from "../form-rows";
import { readPicking } from "../picking-form";
import type { Body, Key } from "./schema";

export const authoring = {
  blank: (): { body: Body; key: Key } => ({ body: { v: 1, options: [], max: 1 }, key: { v: 1, right: [] } }),
  read(form): { body: Body; key: Key } {
    const options = partRows(form, "body.options", (id) => `option.${id}`);
    const { max, ...key } = readPicking(form, options);
    return { body: { v: 1, options, max }, key: { v: 1, ...key } };
  },
} satisfies Authoring;
