import type { Body, Key, Response } from "./schema";

/** Nothing written is 0; what was written waits for a person with the rubric (brief part 4, "Constructed response"). */
export function grade(_body: Body, _key: Key, response: Response | null): number | null {
  return response ? null : 0;
}
