import { randomBytes } from "node:crypto";
import { keyed } from "./secret.server";

/** A school's computer is used by many; who signed in longest ago is forgotten. */
const mostKnown = 12;

/** Where somebody tries to sign in: the address of the request, and what the browser kept from earlier. */
export type From = { address?: string | undefined; browser?: string | null };

/**
 * The browser as it stands when this person proved who they are in it before: nobody can make that up without the server's
 * secret, and it says nothing to who reads it.
 * @param kept what the browser sent: a random number, then a mark for each person
 * @param personId nobody for a name that nobody has
 * @returns the browser's number; null for a browser in which the person is new
 */
export function knownIn(kept: string | null | undefined, personId: string | undefined): string | null {
  const [number, ...marks] = split(kept);
  return number && personId && marks.includes(markOf(number, personId)) ? number : null;
}

/** What the browser keeps from now on, after this person proved who they are in it. */
export function withKnown(kept: string | null, personId: string): string {
  const [number = randomBytes(12).toString("hex"), ...marks] = split(kept);
  const mine = markOf(number, personId);
  return [number, mine, ...marks.filter((one) => one !== mine)].slice(0, 1 + mostKnown).join(".");
}

function split(kept: string | null | undefined): string[] {
  return kept && /^[0-9a-f]{24}(\.[0-9a-f]{16}){1,12}$/.test(kept) ? kept.split(".") : [];
}

const markOf = (number: string, personId: string) => keyed(`known browser ${number} ${personId}`).slice(0, 16);
