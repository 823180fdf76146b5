import { learns } from "~/lab/model";
import type { Authoring } from "../contract";
import { learnedFrom, ObserverId, settingFrom } from "../lab";
import { placingRules } from "../placing";
import { ruleFrom } from "../rules";
import type { Body, Key } from "./schema";

export const authoring = {
  blank: (): { body: Body; key: Key } => ({
    body: { v: 1, rows: [] },
    key: { v: 1, cells: {}, rule: "above-guessing" },
  }),
  /** Where the switches are told and a cell is not, the lab's own rules say what is right. */
  read(form): { body: Body; key: Key } {
    const ticked = form.getAll("body.rows").map((id) => ObserverId.safeParse(id));
    const rows = [...new Set(ticked.flatMap(({ data }) => (data ? [data] : [])))];
    const setting = form.has("body.setting") ? settingFrom(form, "body.setting") : undefined;
    const said = { ...(setting && learns(setting)), ...learnedFrom(form, "key.cells") };
    const cells = Object.fromEntries(rows.flatMap((row) => (said[row] ? [[row, said[row]] as const] : [])));
    return {
      body: { v: 1, ...(setting && { setting }), rows },
      key: { v: 1, cells, rule: ruleFrom(form, placingRules).rule ?? "above-guessing" },
    };
  },
} satisfies Authoring;
