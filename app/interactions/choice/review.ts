import type { ReviewRow } from "../contract";
import type { Body, Key, Response } from "./schema";

export function review(body: Body, key: Key | null, response: Response | null): ReviewRow[] {
  return body.options.map((option) => {
    const picked = response?.chosen.includes(option.id) ?? false;
    if (!key) return { text: option.text, standing: "blank", picked };
    const right = key.right.includes(option.id);
    const standing = picked ? (right ? "right" : "wrong") : right ? "missed" : "left";
    return { text: option.text, standing, picked, code: `option.${option.id}` };
  });
}

export function worked(body: Body, key: Key, response: Response | null, points: number): string | null {
  if (body.max === 1 || !response) return null;
  const hits = response.chosen.filter((id) => key.right.includes(id)).length;
  const slips = response.chosen.length - hits;
  const wrong = body.options.length - key.right.length;
  if (wrong === 0) return `${hits} of ${key.right.length} right: ${points} × ${hits}/${key.right.length}`;
  const floor = hits / key.right.length < slips / wrong ? ", never below 0" : "";
  return `${hits} of ${key.right.length} right, ${slips} of ${wrong} wrong: ${points} × (${hits}/${key.right.length} − ${slips}/${wrong})${floor}`;
}

export function summary(body: Body, response: Response | null): string {
  return body.options
    .filter((option) => response?.chosen.includes(option.id))
    .map((option) => option.text)
    .join("; ");
}
