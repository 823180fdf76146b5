import { createHash } from "node:crypto";
import { uuidv7 } from "uuidv7";
import type { Person } from "~/access/rights";

/**
 * The id of what a form makes: the same one for a form that is sent twice, another one when it was drawn anew or anything
 * in it was changed, so that going back and giving something else makes something else.
 * @param fields what the form says, with `once` as components/once.tsx draws it; without that every call makes a new id
 * @returns a uuid that sorts by when the form was drawn
 */
export function idOnce(
  maker: Pick<Person, "id">,
  { once, ...fields }: { once?: unknown; [field: string]: unknown },
): string {
  const drawn = uuid.exec(String(once))?.[1];
  if (!drawn) return uuidv7();
  const hash = createHash("sha256")
    .update(JSON.stringify([maker.id, once, fields]))
    .digest("hex");
  return `${drawn}-7${hash.slice(0, 3)}-8${hash.slice(3, 6)}-${hash.slice(6, 18)}`;
}

const uuid = /^([0-9a-f]{8}-[0-9a-f]{4})-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;
