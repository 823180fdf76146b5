import { setTimeout as sleep } from "node:timers/promises";
import Papa from "papaparse";
import { expect } from "vitest";
import { words } from "../playing";
import { idOf, type Room } from "./room";

type Line = {
  name: string;
  assignment: string;
  state: string;
  answered: number;
  score: number;
  waiting: number;
  most: number;
};

/** What each student has of each assignment, worked out from the responses alone. */
async function recomputed(room: Room): Promise<Line[]> {
  const found = await room.sql`
    select e.name, a.title as assignment, t.state, count(r.response)::int as answered, coalesce(sum(r.score), 0)::float8 as score,
      coalesce(sum(s.weight) filter (where r.score is null), 0)::float8 as waiting, sum(s.weight)::float8 as most
    from attempts t join assignments a on a.id = t.assignment_id
    join enrolments e on e.class_id = t.class_id and e.person_id = t.person_id and e.removed_at is null
    join attempt_slots s on s.attempt_id = t.id left join responses r on r.attempt_id = s.attempt_id and r.slot = s.slot
    where t.class_id = ${idOf(room.desk)} and t.state <> 'void' group by t.id, e.name, a.title`;
  return found as unknown as Line[];
}

/** The gradebook as its file says it: by student, then by column. */
export async function book(room: Room): Promise<Map<string, Record<string, string>>> {
  const answer = await room.teacher.fetch(`${room.desk}/gradebook.csv`);
  const { data } = Papa.parse<Record<string, string>>((await answer.text()).replace(/^\uFEFF/, ""), {
    header: true,
    skipEmptyLines: true,
  });
  return new Map(data.map((line) => [(line.Student as string).replace(/^'(?==)/, ""), line]));
}

/** The file and the page say of everybody what follows from their responses, and of nobody else anything. */
export async function equalsTheResponses(room: Room): Promise<void> {
  const lines = await book(room);
  const told = await recomputed(room);
  for (const { name, assignment, state, score, waiting, most } of told) {
    const line = lines.get(name) as Record<string, string>;
    const said = ["score", "out of", "state"].map((one) => line[`${assignment}: ${one}`]);
    const wanted = {
      in_progress: ["", "", "in progress"],
      submitted: ["", String(most), `waiting for marks, ${score} of ${most - waiting} so far`],
      marked: [String(score), String(most), "marked"],
    }[state];
    expect([name, assignment, ...said]).toEqual([name, assignment, ...(wanted ?? [])]);
  }
  const scored = [...lines].flatMap(([name, line]) =>
    Object.entries(line).flatMap(([head, cell]) =>
      head.endsWith(": out of") && cell ? [`${name} ${head.replace(": out of", "")}`] : [],
    ),
  );
  expect(new Set(scored)).toEqual(
    new Set(told.filter(({ state }) => state !== "in_progress").map(({ name, assignment }) => `${name} ${assignment}`)),
  );
}

/** Each look at the page lies between what the responses say before and after it. */
export async function looksWhileTheyWrite(room: Room, title: string, writing: Promise<unknown>): Promise<number> {
  let going = true;
  const end = writing.finally(() => {
    going = false;
  });
  let looks = 0;
  while (going) {
    const before = await recomputed(room);
    await room.teacher.get(`${room.desk}/gradebook`);
    const heads = [...room.teacher.page.document.querySelectorAll(".book thead tr:first-child th")].map(words);
    const column = heads.findIndex((head) => head.startsWith(title));
    const after = await recomputed(room);
    const rows = [...room.teacher.page.document.querySelectorAll(".book tbody:not(.means) tr")];
    const shown = new Map(rows.map((row) => [words(row.children[0] as Element), row.children[column] as Element]));
    for (const one of before.filter(({ assignment, state }) => assignment === title && state === "in_progress")) {
      const cell = words(shown.get(one.name) as Element);
      const then = after.find(({ name, assignment }) => name === one.name && assignment === title) as Line;
      const said = Number(
        /(\d+) of \d+ answered/.exec(cell)?.[1] ?? (then.state === "in_progress" ? Number.NaN : then.answered),
      );
      expect([one.name, cell, said >= one.answered && said <= then.answered]).toEqual([one.name, cell, true]);
    }
    looks += 1;
    await sleep(500);
  }
  await end;
  return looks;
}
