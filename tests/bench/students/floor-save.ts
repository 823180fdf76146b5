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

const sql = postgres(process.env.DATABASE_URL as string, { max: 10, onnotice: () => {} });
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
  const given = answers.map(({ ageMs, ...one }) => ({ ...one, age_ms: ageMs, confidence: null }));
  const values: Record<Role, unknown> = {
    token: createHash("sha256").update(token).digest("hex"),
    attempt: url.split("/")[2],
    person: "",
    client,
    slot: answer?.slot,
    given: JSON.stringify(given),
  };
  let found: postgres.RowList<postgres.Row[]> | null = null;
  for (const { text, parameters } of statements) {
    const row = parameters.map((one) => ("role" in one ? values[one.role] : one.value));
    const rows = await sql.unsafe(text, row as never[], { prepare: true });
    // The first one finds whose session it is, and one says what became of the answer.
    values.person ||= rows[0]?.id;
    if (rows[0] && "moved" in rows[0]) found = rows;
  }
  const outcome = (row: postgres.Row) => (row.counted && row.newest && row.moved ? "kept" : "something else");
  return found?.map((row) => ({ slot: row.slot, seq: row.seq, outcome: outcome(row) }));
}
