import { nodes } from "~/lab/model";
import type { Authoring } from "../contract";
import { offered } from "../form";
import { partRows } from "../form-rows";
import { readPicking } from "../picking-form";
import type { Body, Key } from "./schema";

const figures = ["D-L1", "D-L3"] as const;

export const authoring = {
  /** The places of the picture, which an author may cut down or rename. */
  blank: (): { body: Body; key: Key } => ({
    body: { v: 1, figure: "D-L1", targets: nodes.map(({ id, name }) => ({ id, text: name })), max: 1 },
    key: { v: 1, right: [] },
  }),
  read(form): { body: Body; key: Key } {
    const targets = partRows(form, "body.targets", (id) => `target.${id}`);
    const { max, ...key } = readPicking(form, targets);
    const figure = (offered(form, "body.figure", figures) ?? "D-L1") as Body["figure"];
    return { body: { v: 1, figure, targets, max }, key: { v: 1, ...key } };
  },
} satisfies Authoring;
