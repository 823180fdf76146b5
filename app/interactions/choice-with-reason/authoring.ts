import type { Authoring } from "../contract";
import { offered } from "../form";
import { partRows } from "../form-rows";
import { ruleFrom } from "../rules";
import { type Body, type Key, rules } from "./schema";

/** A key of which a half may not be said yet. */
export type DraftKey = Pick<Key, "v" | "rule"> & { truth?: boolean; reason?: string };

export const authoring = {
  blank: (): { body: Body; key: DraftKey } => ({ body: { v: 1, reasons: [] }, key: { v: 1 } }),
  read(form): { body: Body; key: DraftKey } {
    const reasons = partRows(form, "body.reasons", (id) => `reason.${id}`);
    const verdict = offered(form, "key.truth", ["true", "false"]);
    const ids = reasons.map((one) => one.id);
    const reason = offered(form, "key.reason", ids);
    return {
      body: { v: 1, reasons },
      key: {
        v: 1,
        ...(verdict === null ? {} : { truth: verdict === "true" }),
        ...(reason === null ? {} : { reason }),
        ...ruleFrom(form, rules),
      },
    };
  },
} satisfies Authoring;
