import type { Pick } from "../contract";
import type { Body, Response } from "./schema";

export function guess({ switches }: Body, pick: Pick): Response {
  return { v: 1, switches: Object.fromEntries(switches.map((control) => [control, pick(2) === 1])) };
}
