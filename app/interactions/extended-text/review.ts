import type { ReviewRow } from "../contract";
import { oneLine } from "../rows";
import type { Body, Key, Response } from "./schema";

/** The text as written. How it stands, the rubric says when a person has marked it. */
export function review(_body: Body, key: Key | null, response: Response | null): ReviewRow[] {
  if (!response) return [{ text: "No answer", standing: "blank", picked: false }];
  return [{ text: response.text, standing: key ? "waiting" : "blank", picked: true }];
}

export function summary(_body: Body, response: Response | null): string {
  return oneLine(response?.text ?? "");
}
