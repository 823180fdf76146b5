import { encode } from "uqr";
import type { Square } from "~/components/qr";
import { environment } from "~/environment.server";

/** A way into a class: its address, and the same to scan. */
export type JoinWay = { address: string; square: Square };

/** @param code of the class; null while nobody can join, and then the way leads to where a code is typed */
export function joinWay(request: Request, code: string | null): JoinWay {
  return wayTo(request, `/join${code ? `/${code}` : ""}`);
}

/** @param place an address of this site, without its host */
export function wayTo(request: Request, place: string): JoinWay {
  const address = origin(request) + place;
  const { data: dark, size } = encode(address, { ecc: "M", border: 4 });
  const path = dark.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  return { address, square: { path, size } };
}

/** What a student types to get to the field for the code: the host and the word, without the protocol. */
export function joinAddress(request: Request): string {
  return `${new URL(origin(request)).host}/join`;
}

function origin(request: Request): string {
  return environment().ORIGIN ?? new URL(request.url).origin;
}
