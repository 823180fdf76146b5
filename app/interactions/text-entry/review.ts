import type { ReviewRow } from "../contract";
import { oneLine } from "../rows";
import { faults, grade, rightAnswer } from "./grade";
import type { Body, Key, Response } from "./schema";

export function review(body: Body, key: Key | null, response: Response | null): ReviewRow[] {
  const text = response?.text ?? "No answer";
  const picked = response !== null;
  if (!key) return [{ text, standing: "blank", picked }];
  if (grade(body, key, response) === 1) return [{ text, standing: "right", picked }];
  const [code] = faults(body, key, response);
  return [{ text, standing: picked ? "wrong" : "blank", picked, says: `Right: ${rightAnswer(key)}`, code }];
}

export function summary(_body: Body, response: Response | null): string {
  return oneLine(response?.text ?? "");
}
