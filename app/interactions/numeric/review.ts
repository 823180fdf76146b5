import type { ReviewRow } from "../contract";
import { oneLine } from "../rows";
import { verdict } from "./grade";
import { writeNumber } from "./number";
import type { Body, Key, Response } from "./schema";

export function review(body: Body, key: Key | null, response: Response | null): ReviewRow[] {
  const text = response?.text ?? "No answer";
  const picked = response !== null;
  if (!key) return [{ text, standing: "blank", picked }];
  const code = verdict(body, key, response) ?? undefined;
  if (code === "right") return [{ text, standing: "right", picked, code }];
  const says = `Right: ${writeNumber(key.value, key.tolerance)} ${body.unit}`.trim();
  return [{ text, standing: picked ? "wrong" : "blank", picked, says, code }];
}

export function summary(_body: Body, response: Response | null): string {
  return oneLine(response?.text ?? "");
}
