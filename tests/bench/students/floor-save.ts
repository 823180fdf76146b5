/*
 * A floor: saves an answer with node:http and postgres.js and nothing else. It asks the very statements that the app asks for
 * one answer, in the same order, each committed by itself, and so leaves the same rows. It checks nothing, knows no question
 * types and writes no log.
 */
import { createHash } from "node:crypto";
import http from "node:http";
import type { AddressInfo } from "node:net";
import postgres from "postgres";
import type { Role, Statement } from "./statements";

// As the app's connections are, so that Postgres has the same to do.
const connection = { plan_cache_mode: "force_generic_plan", enable_seqscan: "off", jit: "off" };
const sql = postgres(process.env.DATABASE_URL as string, { max: 10, onnotice: () => {}, connection });
let statements: Statement[] = [];
process.on("message", (given: Statement[]) => {
  statements = given;
  process.send?.("taken");
});

type Sent = { client: string; answers: { slot: number; seq: number; ageMs: number; response: unknown }[] };

const server = http.createServer({ keepAliveTimeout: 75_000 }, (request, response) => {
  const pieces: Buffer[] = [];
  request.on("data", (piece) => pieces.push(piece));
  request.on("end", () =>
    save(request, Buffer.concat(pieces).toString()).then(
      (saved) => {
        const body = JSON.stringify({ saved, savedAt: new Date().toISOString() });
        response.writeHead(200, { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(body) });
        response.end(body);
      },
      (cause) => response.writeHead(500).end(String(cause)),
    ),
  );
});
server.listen(0, "127.0.0.1", () =>
  process.send?.({ origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }),
);

async function save({ url = "", headers }: http.IncomingMessage, json: string) {
  const { client, answers } = JSON.parse(json) as Sent;
  const [answer] = answers;
  // Remix keeps a cookie's value as JSON in base64.
  const kept = /session=([^;]*)/.exec(headers.cookie ?? "")?.[1] ?? "";
  const token = JSON.parse(Buffer.from(decodeURIComponent(kept), "base64").toString()) as string;
  const attempt = url.split("/")[2] as string;
  const given = answers.map(({ ageMs, ...one }) => ({ attempt, client, ...one, age_ms: ageMs, confidence: null }));
  const slot = answer?.slot as number;
  const values: Record<Role, unknown> = {
    wanted: JSON.stringify([
      { place: 0, token: createHash("sha256").update(token).digest("hex"), attempt, slots: [slot] },
    ]),
    attempts: `{${attempt}}`,
    given: JSON.stringify(given),
    flags: JSON.stringify([{ attempt, slot, flagged: false }]),
  };
  let fates: Fate[] = [];
  for (const { text, parameters } of statements) {
    const row = parameters.map((one) => ("role" in one ? values[one.role] : one.value));
    const rows = await sql.unsafe<{ row_to_json?: Fate }[]>(text, row as never[], { prepare: true });
    // The last one says what became of the answer, in one column.
    fates = rows.flatMap(({ row_to_json: fate }) => (fate ? [fate] : []));
  }
  const outcome = ({ counted, newest, moved }: Fate) => (counted && newest && moved ? "kept" : "something else");
  return fates.map((fate) => ({ slot: fate.slot, seq: fate.seq, outcome: outcome(fate) }));
}

type Fate = { slot: number; seq: number; counted: boolean; newest: boolean; moved: boolean };
