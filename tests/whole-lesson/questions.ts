import { expect } from "vitest";

import { words } from "../playing";
import { exit, exitAnswer, sureness, tookB } from "./answers";
import { cutOff } from "./people";
import { idOf, type Room } from "./room";

/** The question that two answers fit, and the place that it has in the exit quiz. */
const [slot, asked] = [5, exit[4] as (typeof exit)[0]];
const sat = (room: Room) => room.students.filter(({ name }) => room.exits.has(name));
const asks = (row: Element | undefined, what: string) => words(row?.querySelector(what) as Element);

/** Minute 39: the questions page says how many chose what, who was sure, and who it was when asked. */
export async function saysWhatTheyChose(room: Room): Promise<void> {
  const { teacher, unit } = room;
  await teacher.get(`${unit}/questions`);
  const item = [...teacher.page.document.querySelectorAll(".rank > li")].find((one) =>
    words(one).includes(`${slot}. ${asked.stem.slice(0, 40)}`),
  );
  const wrong = sat(room).filter(({ index }) => tookB(index));
  expect(words(item as Element)).toContain(`${wrong.length} were very sure and not right`);
  const lines = [...(item?.querySelectorAll(".barrows li") ?? [])].map(
    (line) => [words(line), asks(line, ".n")] as const,
  );
  const counted = (id: string) => lines.find(([said]) => said.includes(option(id)))?.[1];
  expect([counted("a"), counted("b")]).toEqual([String(sat(room).length - wrong.length - 1), String(wrong.length)]);
  await room.follow(/^Who chose what/, item as Element);
  const named = [...teacher.page.document.querySelectorAll(".barrows li")].find((line) =>
    words(line).includes(option("b")),
  );
  const names = [...(named?.querySelectorAll("a") ?? [])].map(words);
  expect(new Set(names)).toEqual(new Set(wrong.map(({ name }) => name)));
}

/** The table behind the picture of confidence by correctness says what the test knows. */
export async function saysHowSureTheyWere(room: Room): Promise<void> {
  await room.teacher.get(`${room.unit}/questions`);
  const table = room.teacher.page.document.querySelector("[aria-labelledby=sure] table");
  const rows = [...(table?.querySelectorAll("tbody tr") ?? [])].map((row) => [...row.children].map(words));
  const told = sat(room).flatMap(({ index }) =>
    exit
      .slice(0, 7)
      .filter((item) => exitAnswer(index, item) !== null)
      .map((item) => ({ sure: sureness(index, item), right: isRight(index, item) })),
  );
  for (const [step, [, right, wrong]] of rows.entries()) {
    const here = told.filter(({ sure }) => sure === step + 1);
    expect([step, right, wrong]).toEqual([
      step,
      ...[true, false].map((is) => String(here.filter((one) => one.right === is).length)),
    ]);
  }
  expect(rows).toHaveLength(3);
}

/** A further answer is accepted: the dry run names who changes and how, nothing changes before, and then exactly that. */
export async function acceptsB(room: Room): Promise<void> {
  const { teacher, unit, sql } = room;
  await teacher.get(unit);
  const heads = [...teacher.page.document.querySelectorAll("table.grid thead a")];
  await teacher.get(heads.find((one) => words(one) === `question ${slot}`)?.getAttribute("href") ?? "");
  const marks = async () =>
    new Map(
      (
        await sql`
      select e.name, r.score::float8 as score from responses r join attempts t on t.id = r.attempt_id
      join enrolments e on e.class_id = t.class_id and e.person_id = t.person_id
      where t.assignment_id = ${idOf(unit)} and r.slot = ${slot}`
      ).map(({ name, score }) => [name as string, score as number]),
    );
  const before = await marks();
  await teacher.submit("Show what would change", {
    kind: "accept",
    q: "b",
    note: "The provider keeps no record, so b fits too.",
  });
  const said = [...teacher.page.document.querySelectorAll("[aria-labelledby=effect] tbody tr")];
  const changing = said
    .filter((row) => !/^(.+) → \1$/.test(words(row.children[1] as Element)))
    .map((row) => words(row.querySelector("th") as Element));
  const expected = sat(room)
    .filter(({ index }) => tookB(index))
    .map(({ name }) => name);
  expect(new Set(changing)).toEqual(new Set(expected));
  expect(teacher.words).toContain(`${expected.length} attempts of ${sat(room).length} would change`);
  expect(await marks()).toEqual(before);
  await teacher.submit("Correct it for everybody");
  expect(teacher.words).toContain("A further answer is right too");
  const now = await marks();
  const changed = [...now].filter(([name, score]) => score !== before.get(name)).map(([name]) => name);
  expect(new Set(changed)).toEqual(new Set(expected));
  expect([...now].filter(([, score]) => score !== asked.points).map(([name]) => name)).toEqual([cutOff]);
}

const option = (id: string) =>
  (asked.body as { options: { id: string; text: string }[] }).options.find((one) => one.id === id)?.text as string;
const isRight = (index: number, item: (typeof exit)[0]) =>
  JSON.stringify(exitAnswer(index, item)) === JSON.stringify(exitAnswer(rightOne, item)) || item === exit[6];
/** One whose answers are all right: no idea, not b, not 3. */
const rightOne = 7;
