import type { Authoring } from "../contract";
import { partRows } from "../form-rows";
import { ruleFrom } from "../rules";
import { type Body, type Key, rules } from "./schema";

export const authoring = {
  blank: (): { body: Body; key: Key } => ({ body: { v: 1, steps: [] }, key: { v: 1, order: [] } }),
  /** The rows stand in the right order. The body has them by their ids, which tell nothing about it. */
  read(form): { body: Body; key: Key } {
    const rows = partRows(form, "body.steps");
    return {
      body: { v: 1, steps: [...rows].sort((a, b) => (a.id < b.id ? -1 : 1)) },
      key: { v: 1, order: rows.map((row) => row.id), ...ruleFrom(form, rules) },
    };
  },
} satisfies Authoring;
