import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "#drizzle/schema";
import { answers } from "~/answers.server";
import { type Db, setStore } from "~/db.server";
import { listed } from "~/models/asked.server";
import { hashToken } from "~/session.server";
import type { Given, Open } from "./orders";

/** What differs from one save to the next. */
export type Role = "wanted" | "attempts" | "given" | "flags";
/** A statement as the app sends it; each parameter is what a role stands for, or the same each time. */
export type Statement = { text: string; parameters: ({ role: Role } | { value: unknown })[] };

/**
 * The statements that the app of this tree sends to save one answer, listened to while its own function saves one. So the floor
 * asks the same as the app, also after the app has changed.
 * @param url of the database
 * @param token of the session of `open`
 * @throws when one of the roles is in none of them: the floor would then save the same each time
 */
export async function statementsOfSave(
  url: string,
  { open, token, slot, given }: { open: Open; token: string; slot: number; given: Given },
): Promise<Statement[]> {
  const heard: { text: string; values: unknown[] }[] = [];
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const logger = { logQuery: (text: string, values: unknown[]) => void heard.push({ text, values }) };
  const db = drizzle(sql, { schema, casing: "snake_case", logger }) as unknown as Db;
  setStore({ db, kind: "postgres", prepare: async () => {}, close: () => sql.end() });
  const client = "bench-000000000";
  const request = new Request("http://127.0.0.1/", { headers: { Cookie: open.cookie, "Sec-Fetch-Dest": "empty" } });
  const body = { client, answers: [{ slot, seq: 0, ageMs: 0, fields: given.fields }] };
  const { status } = await answers(request, open.attempt, body).finally(() => sql.end());
  if (status !== 200) throw new Error(`The app did not save while its statements were listened to: ${status}.`);
  const asked = [{ place: 0, token: hashToken(token), attempt: open.attempt, slots: [slot] }];
  const roles = new Map<unknown, Role>([
    [JSON.stringify(asked), "wanted"],
    [listed([open.attempt]), "attempts"],
    [JSON.stringify([{ attempt: open.attempt, slot, flagged: false }]), "flags"],
  ]);
  const roleOf = (value: unknown): Role | undefined =>
    roles.get(value) ?? (typeof value === "string" && value.includes('"age_ms":') ? "given" : undefined);
  const played = new Set(heard.flatMap(({ values }) => values.map(roleOf)));
  const missing = [...roles.values(), "given" as const].filter((role) => !played.has(role));
  if (missing.length > 0) throw new Error(`The statements of a save have no ${missing.join(", ")}.`);
  return heard.map(({ text, values }) => ({
    text,
    parameters: values.map((value) => {
      const role = roleOf(value);
      return role ? { role } : { value };
    }),
  }));
}
