import { strFromU8, unzipSync } from "fflate";
import Papa from "papaparse";
import { expect } from "vitest";
import { words } from "../playing";
import { earned, exit, exitAnswer, sentence, sureness, unfinished } from "./answers";
import { book } from "./gradebook";
import { comesBack } from "./joining";
import { absent, formula, markup } from "./people";
import { idOf, type Room } from "./room";
import { readToTheEnd } from "./watching";

export const title = "Who can read this message?";

/** Every sentence is marked by question, one after another, with no name on any page of it. */
export async function marksWithoutNames(room: Room): Promise<void> {
  const { teacher, unit } = room;
  const met = new Set<string>();
  await teacher.get(`${unit}/marking`);
  const written = room.students.filter(({ index }) => index !== unfinished);
  for (let left = written.length; left > 0; left--) {
    expect(teacher.words).toContain(left === 1 ? "1 answer to mark" : `${left} answers to mark`);
    for (const { name } of room.students)
      expect([name, new RegExp(`>${name.replace(/[^\w ]/g, "\\$&")}<`).test(teacher.page.html)]).toEqual([name, false]);
    met.add(words(teacher.page.document.querySelector(".sheetwork .written") as Element));
    // Of four.
    await teacher.submit("Mark, and on to the next", {
      score: "1",
      comment: met.size === 1 ? "Say who holds the key." : "",
    });
    if (left > 1) await teacher.get(`${unit}/marking`);
  }
  expect(met).toEqual(new Set(written.map(({ index }) => sentence(index))));
  await teacher.get(`${unit}/marking`);
  expect(teacher.words).toContain("Nothing to mark");
}

/** What each one has is what follows from what they answered. */
export async function scoresFollow(room: Room): Promise<void> {
  const lines = await book(room);
  for (const { name, index } of room.students)
    expect([name, lines.get(name)?.[`${title}: score`]]).toEqual([
      name,
      String(earned(index, true) + (index === unfinished ? 0 : 1)),
    ]);
}

/** What was chosen comes in the order in which it stood on the page. */
const inOrder = (response: unknown) => {
  const { chosen } = (response ?? {}) as { chosen?: string[] };
  return chosen ? { v: 1, chosen: [...chosen].sort() } : response;
};

type Exported = {
  student: string;
  assignment: string;
  question: number;
  item: string;
  response: unknown;
  confidence: number;
  answer: string;
  score: number;
};

/** Every response that was given stands in each of the three files, as it was given, and nothing else does. */
export async function exportsWhatWasAnswered(room: Room): Promise<void> {
  const bytes = async (file: string) =>
    Buffer.from(await (await room.teacher.fetch(`${room.desk}/${file}`)).arrayBuffer());
  const all = (await bytes("responses.jsonl"))
    .toString()
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Exported);
  const ours = all.filter(({ assignment }) => assignment === title);
  const told = room.students.flatMap(({ name, index }) =>
    exit.map((item, at) => [
      name,
      at + 1,
      item.id,
      inOrder(exitAnswer(index, item)),
      exitAnswer(index, item) === null ? null : sureness(index, item),
    ]),
  );
  const key = ([name, at]: unknown[]) => `${name} ${at}`;
  const found = ours.map((one) => [one.student, one.question, one.item, inOrder(one.response), one.confidence]);
  const sorted = (list: unknown[][]) => [...list].sort((a, b) => key(a).localeCompare(key(b)));
  expect(sorted(found)).toEqual(sorted(told));

  const text = (await bytes("responses.csv")).toString().replace(/^\uFEFF/, "");
  const csv = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
  const open = (cell: string | undefined) => (cell ?? "").replace(/^'(?=[=+\-@])/, "");
  expect(csv.map((line) => [open(line.Student), Number(line.Question), open(line.Answer), Number(line.Score)])).toEqual(
    all.map(({ student, question, answer, score }) => [student, question, answer, score ?? 0]),
  );
  expect(csv.flatMap((line) => Object.values(line)).filter((cell) => /^[=+@]/.test(cell))).toEqual([]);

  const sheet = strFromU8(unzipSync(await bytes("responses.xlsx"))["xl/worksheets/sheet1.xml"] as Uint8Array);
  expect(sheet.match(/<row /g)).toHaveLength(all.length + 1);
  expect(sheet).not.toContain("<f>");
  const escaped = (name: string) => name.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  for (const name of [formula, markup])
    expect(sheet.replaceAll("&quot;", '"')).toContain(`<t xml:space="preserve">${escaped(name)}</t>`);
  for (const page of room.teacher.seen) expect(page.html).not.toContain(markup);
}

/** The absent one gets it until Friday, and nobody else does. */
export async function absentOneGetsFriday(room: Room): Promise<void> {
  const { teacher, unit } = room;
  await teacher.get(`${unit}/overrides`);
  await room.follow(/^Make an exception/, room.row(absent));
  await teacher.submit("Keep the exception", { opensAt: "", dueAt: "", closesAt: friday() });
  expect(teacher.words).toMatch(/Tarik.*Friday/);
  const [row] =
    await room.sql`select count(*)::int as open from terms where assignment_id = ${idOf(unit)} and coalesce(closes_at > now(), true)`;
  expect(row?.open).toBe(1);
  const visitor = await comesBack(room, absent, room.pins.get(absent) as string);
  await readToTheEnd(room, [{ name: absent, index: -1, visitor, pin: "" }]);
  expect(visitor.page.html).toMatch(/<button[^>]*>Start/);
}

/** The next Friday but this week's at the end of school, by the clock on the wall. */
function friday(): string {
  const day = new Date();
  day.setUTCDate(day.getUTCDate() + 7 + ((12 - day.getUTCDay()) % 7));
  return `${day.toISOString().slice(0, 10)}T14:00`;
}
