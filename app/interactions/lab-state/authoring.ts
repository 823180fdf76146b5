import { controls } from "~/lab/model";
import type { Authoring } from "../contract";
import { text } from "../form-rows";
import { learnedFrom, settingFrom } from "../lab";
import type { Body, Key } from "./schema";

export const authoring = {
  blank: (): { body: Body; key: Key } => ({
    body: { v: 1, start: settingFrom(new FormData(), ""), switches: [], goal: "" },
    key: { v: 1, conditions: {} },
  }),
  read(form): { body: Body; key: Key } {
    const switches = [...new Set(form.getAll("body.switches"))].flatMap((given) =>
      controls.filter((control) => control === given),
    );
    return {
      body: { v: 1, start: settingFrom(form, "body.start"), switches, goal: text(form, "body.goal") },
      key: { v: 1, conditions: learnedFrom(form, "key.conditions") },
    };
  },
} satisfies Authoring;
