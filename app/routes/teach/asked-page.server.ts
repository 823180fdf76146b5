import { z } from "zod";

/** The number of a page in a search, from 1. */
export const PageNumber = z.coerce.number().int().min(1).max(1000).catch(1);

/** Which page of a long list an address asks for, from 1. What it cannot mean is as if it had not been asked. */
export function askedPage(request: Request): number {
  return PageNumber.parse(new URL(request.url).searchParams.get("page") ?? 1);
}
