import { brotliDecompressSync } from "node:zlib";
import { compare, type Verdict } from "../../chaos/compare";
import { within } from "../../chaos/school";
import { startKeyhole } from "../../keyhole";
import { startServer } from "../../postgres";
import { measureAttempts, measureHandingIn, measureStart, measureThinking, type Take } from "./attempt-case";
import { type Beside, give, startBeside } from "./beside";
import { Line } from "./line";
import type { StudentLine } from "./lines";
import type { Answers, Done } from "./orders";
import { measurePages, type PageCase } from "./page-case";
import { Place } from "./place";
import { measureSaves } from "./save-case";
import { answersTo, fillStudents, quiz, type School } from "./school";
import { statementsOfSave } from "./statements";

/** How much is measured. Times in ms. */
type Size = {
  students: number;
  saves: { rounds: number; forMs: number };
  goes: [students: number, each: number][];
  thinkFor: number;
  pages: { rounds: number; times: number };
};
const whole: Size = {
  students: 1000,
  saves: { rounds: 5, forMs: 2500 },
  goes: [
    [1, 12],
    [10, 3],
    [50, 2],
    [200, 1],
  ],
  thinkFor: 60_000,
  pages: { rounds: 5, times: 24 },
};
const quick: Size = {
  students: 200,
  saves: { rounds: 3, forMs: 1000 },
  goes: [
    [1, 8],
    [50, 1],
  ],
  thinkFor: 0,
  pages: { rounds: 2, times: 12 },
};

/** What the students' side came to, and whether everything that was acknowledged is there and marked right. */
export type Students = { lines: StudentLine[]; verdict: Verdict; statements: string[] };

/**
 * Measures what students do, on a Postgres that waits for the disk, against floors that do no more than they must.
 * @param part saves, attempts, thinking or pages; without one all of them
 */
export async function benchStudents(
  isQuick: boolean,
  part: string | undefined,
  say: (line: string) => void,
): Promise<Students> {
  const size = isQuick ? quick : whole;
  const server = await startServer(true);
  const running: { stop(): Promise<unknown> }[] = [server];
  const keep = <One extends { stop(): Promise<unknown> }>(one: One): One => {
    running.unshift(one);
    return one;
  };
  try {
    const school = await fillStudents(server.url, size.students);
    const keyhole = keep(await startKeyhole("postgres", { DATABASE_URL: server.url }));
    const driver = keep(await startBeside("driver"));
    const floors = {
      save: keep(await startBeside("floor-save", { DATABASE_URL: server.url })),
      page: keep(await startBeside("floor-page")),
    };
    say("students: filled");
    return await measureAll(server.url, await Place.at(keyhole, driver), floors, school, size, { part, say });
  } finally {
    for (const one of running) await one.stop();
  }
}

async function measureAll(
  url: string,
  place: Place,
  floors: { save: Beside; page: Beside },
  school: School,
  size: Size,
  { part, say }: { part: string | undefined; say: (line: string) => void },
): Promise<Students> {
  const wanted = (one: string) => (part ?? one) === one;
  const tasks = [...new Set(school.pupils[0]?.assignments)].map((id) => `/assignments/${id}`);
  const turns = new Map<string, number>();
  const take: Take = (students, each) =>
    school.pupils.slice(0, students).map(({ cookie }) => {
      const from = turns.get(cookie) ?? 0;
      turns.set(cookie, from + each);
      return { cookie, tasks: tasks.slice(from, from + each) };
    });
  const practice: Take = (students, each) =>
    school.guests
      .slice(0, students)
      .map(({ cookie }) => ({ cookie, tasks: Array.from({ length: each }, () => `/quizzes/${quiz}`) }));
  const lines: StudentLine[] = [];
  const tell = (part: string, more: StudentLine[]) => {
    lines.push(...more);
    say(`students: ${part}`);
  };

  // One attempt tells what is asked, and is listened to.
  const [first] = (await place.order({ what: "start", pupils: take(1, 1) })).open;
  if (!first) throw new Error(`Nobody could start: ${place.all.at(-1)?.errors[0]}`);
  const token = school.pupils.find(({ cookie }) => cookie === first.cookie)?.token as string;
  const page = await new Line(place.keyhole.origin, first.cookie).get(`/attempts/${first.attempt}`);
  const answers = await answersTo(url, brotliDecompressSync(page.body).toString());
  await place.order({ what: "answers", answers });
  const slot = answers.length - 1;
  const given = answers[slot - 1]?.[0] as Answers[number][number];
  const statements = await statementsOfSave(url, { open: first, token, slot, given });
  await give(floors.save, statements);

  await place.order({ what: "attempts", pupils: take(10, 2), goes: 2 });
  if (wanted("saves")) {
    const started = await measureStart(place, take(200, 1));
    tell("started", started.lines);
    tell("saved", await measureSaves(place, floors.save, started.open, size.saves));
    tell("handed in", await measureHandingIn(place, started.open));
  }
  if (wanted("attempts")) tell("went through attempts", await measureAttempts(place, take, practice, size.goes));
  if (wanted("thinking") && size.thinkFor > 0)
    tell("thought", [await measureThinking(place, take, size.students, size.thinkFor)]);
  if (wanted("pages"))
    tell("looked", await measurePages(place, floors.page, await pagesOf(place, take, practice), size.pages));

  const errors = place.all.flatMap((done) => done.errors);
  const journal = { ...promised(place.all, answers), odd: [...new Set(errors)], latest: new Map<string, number>() };
  const verdict = await within({ DATABASE_URL: url }, () => compare(journal));
  return {
    lines,
    verdict,
    statements: statements.map(({ text }) => text),
  };
}

/** What everybody was told that it is kept, to be looked for in the database. */
const promised = (all: Done[], answers: Answers) => ({
  answers: all
    .flatMap(({ kept }) => kept)
    .map(([attempt, slot, client, seq, which]) => ({
      ...{ attempt, slot, client, seq },
      fields: answers[slot - 1]?.[which]?.fields ?? [],
    })),
  started: all.flatMap(({ open }) => open.map(({ attempt }) => attempt)),
  handedIn: all.flatMap(({ handedIn }) => handedIn),
});

/** Pages for nobody, for a guest in the middle of a practice, and for a student of a class. */
async function pagesOf(place: Place, take: Take, practice: Take): Promise<PageCase[]> {
  const lesson = "/lessons/in-transit-and-at-rest";
  const [padlock, lab] = [`${lesson}/where-the-padlock-ends`, `${lesson}/sources-lab-quiz`];
  const pages: PageCase[] = [];
  const signedIn: [string, Take, boolean][] = [
    ["guest", practice, true],
    ["student", take, false],
  ];
  const add = (name: string, path: string, cookie: string, budget: number | null) =>
    void pages.push({ name, path, cookie, budget });
  add("home, nobody", "/", "", null);
  add("lesson, nobody", padlock, "", 2);
  add("lesson with lab, nobody", lab, "", 2);
  for (const [who, some] of signedIn) {
    const pupils = some(1, 1);
    const cookie = pupils[0]?.cookie as string;
    const [handed] = (await place.order({ what: "start", pupils })).open;
    if (!handed) throw new Error(`The ${who} could not start: ${place.all.at(-1)?.errors[0]}`);
    await place.order({ what: "saves", floor: false, open: [handed], atOnce: 1, forMs: 300 });
    await place.order({ what: "hand in", open: [handed] });
    const [under] = (await place.order({ what: "start", pupils: some(1, 1) })).open;
    if (!under) throw new Error(`The ${who} could not start again.`);
    await place.order({ what: "saves", floor: false, open: [under], atOnce: 1, forMs: 300 });
    add(`home, ${who}`, "/", cookie, null);
    add(`lesson, ${who}`, padlock, cookie, 6);
    add(`lesson with lab, ${who}`, lab, cookie, 6);
    add(`quiz of 14, ${who}`, `/attempts/${under.attempt}`, cookie, 15);
    add(`review, ${who}`, `/attempts/${handed.attempt}/review`, cookie, null);
  }
  return pages;
}
