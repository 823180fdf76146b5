import { z } from "zod";

const Page = z.coerce.number().int().min(1).max(1000).catch(1);

/** Which page of a long list an address asks for, from 1. What it cannot mean is as if it had not been asked. */
export function askedPage(request: Request): number {
  return Page.parse(new URL(request.url).searchParams.get("page") ?? 1);
}
