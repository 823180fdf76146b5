import type { Authoring } from "../contract";
import { offered } from "../form";
import { partRows } from "../form-rows";
import { placingRules } from "../placing";
import { ruleFrom } from "../rules";
import type { Body, Key } from "./schema";

export const authoring = {
  blank: (): { body: Body; key: Key } => ({
    body: { v: 1, sources: [], targets: [], reuse: false },
    key: { v: 1, pairs: {}, rule: "share" },
  }),
  read(form): { body: Body; key: Key } {
    const targets = partRows(form, "body.targets");
    const sources = partRows(form, "body.sources", (id) => `source.${id}`);
    const there = targets.map((target) => target.id);
    const pairs = sources.flatMap(({ id }) => {
      const target = offered(form, `key.pairs.${id}`, there);
      return target === null ? [] : [[id, target] as const];
    });
    return {
      body: { v: 1, sources, targets, reuse: form.get("body.reuse") === "several" },
      key: { v: 1, pairs: Object.fromEntries(pairs), rule: ruleFrom(form, placingRules).rule ?? "share" },
    };
  },
} satisfies Authoring;
