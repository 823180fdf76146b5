import vectors from "../lab-vectors.json";
import { fieldsOf, type Json, listOf } from "./reading";

const switches = ["tls", "inter_dc", "at_rest_provider_key", "e2e", "demand_served"] as const;

/**
 * Lab state: conditions that hold ÷ conditions, looked up in the 32 checked settings of the brief. Nothing for a lab of
 * which a switch was left open, and nothing for the start left as it is.
 */
export function markLabState(body: Json, key: Json, response: Json): number {
  const start = fieldsOf(fieldsOf(body).start);
  const offered = listOf(fieldsOf(body).switches).map(String);
  const given = fieldsOf(fieldsOf(response).switches);
  if (offered.some((control) => typeof given[control] !== "boolean")) return 0;
  if (offered.every((control) => given[control] === start[control])) return 0;
  const now = (control: string) => (offered.includes(control) ? given[control] : start[control]);
  const vector = vectors.find((one) => switches.every((control) => one[control] === now(control)));
  const conditions = Object.entries(fieldsOf(fieldsOf(key).conditions));
  const expect = fieldsOf(vector?.expect);
  return conditions.filter(([observer, wanted]) => expect[observer] === wanted).length / conditions.length;
}
