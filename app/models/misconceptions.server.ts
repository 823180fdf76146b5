import type { SeenClass } from "~/access/rights";
import { interactions } from "~/interactions/registry.server";
import { type Interval, wilson } from "~/statistics/intervals";
import { type Again, type Asked, type Evidence, evidenceOf, type Given } from "./evidence.server";
import { fewestMet, type Holding, holdings, type Sign } from "./holding";
import { listEntries } from "./ledger.server";
import { placesToRead, type ReadOn } from "./lesson.server";

/** A student who holds an idea, and the attempt that shows it. */
type Holder = { person: string; name: string; sure: boolean; attempt: string };
/** An answer that shows it: its words, how many of the holders gave it, and what is said to them. */
type Showing = { code: string; text: string; students: number; because: string };
/** A question that showed it to be held, and by which answers. */
export type ShownBy = { version: string; item: string; stem: string; students: number; answers: Showing[] };
/** One time at which it was taught again: to how many, how many of them held it then, have answered since, hold it now. */
export type TaughtAgain = {
  id: string;
  title: string;
  at: Date;
  to: number;
  before: number;
  since: number;
  now: number;
};
/** A section of a lesson by "lesson/section". */
export type Place = ReadOn & { place: string };

/** One misconception in one class. `met`: students who answered something that can show it. */
export type Idea = {
  id: string;
  idea: string;
  why: string | null;
  met: number;
  holders: Holder[];
  /** Where the share of holders lies. */
  interval: Interval;
  questions: ShownBy[];
  /** The sections that explain it, the one of the question that most of them got wrong first. */
  places: Place[];
  again: TaughtAgain[];
};

/** Ideas that somebody holds or was taught again, by how many hold them; those that nobody shows; those that too few have met. */
export type Misconceptions = {
  ideas: Idea[];
  nobody: { id: string; idea: string; met: number }[];
  tooFew: { id: string; idea: string; met: number }[];
  handedIn: number;
};

/**
 * Which wrong ideas the students of a class hold, by `holdings`, from the misconceptions that questions name behind their
 * answers. An answer that would show one and yet earned all points shows nothing: its teacher has accepted it.
 * @param assignment only the work of this one
 */
export async function misconceptionsOf(of: SeenClass, assignment?: string): Promise<Misconceptions> {
  const [evidence, entries, places] = await Promise.all([evidenceOf(of), listEntries("misconception"), placesToRead()]);
  const named = new Map(entries.map((entry) => [entry.id, entry]));
  const all = [...signsOf(evidence)].map(([id, signs]): Idea => {
    const now = holdings(signs);
    const found = assignment ? holdings(signs.filter((sign) => sign.assignment === assignment)) : now;
    const holders = holdersOf(evidence, found);
    const questions = shownBy(id, holders, evidence);
    const reads = [
      ...questions.map(({ asked }) => asked),
      ...evidence.given.map(({ asked }) => asked).filter(names(id)),
    ];
    return {
      id,
      idea: named.get(id)?.idea ?? id,
      why: named.get(id)?.why ?? null,
      met: found.size,
      holders,
      interval: wilson(holders.length, found.size) ?? { from: 0, to: 1 },
      questions: questions.map(({ asked: _, ...question }) => question),
      places: placesOf(reads, places),
      again: evidence.again.filter((one) => one.misconception === id).map((one) => taughtAgain(one, signs, now)),
    };
  });
  const enough = all.filter(({ met }) => met >= fewestMet);
  const brief = ({ id, idea, met }: Idea) => ({ id, idea, met });
  const shown = (one: Idea) => one.holders.length > 0 || one.again.length > 0;
  return {
    ideas: enough.filter(shown).sort(byHolders),
    nobody: enough.filter((one) => !shown(one)).map(brief),
    tooFew: all.filter(({ met }) => met > 0 && met < fewestMet).map(brief),
    handedIn: evidence.attempts.filter((one) => !assignment || one.assignment === assignment).length,
  };
}

/** Of two ideas that as many hold, the one that fewer have met is held by the greater share. */
const byHolders = (a: Idea, b: Idea) =>
  b.holders.length - a.holders.length || a.met - b.met || a.id.localeCompare(b.id, "en", { numeric: true });

type Dated = Sign & { at: Date; assignment: string };

/** Every sign of every misconception that the answered questions can show, by its id. */
function signsOf({ given, attempts }: Evidence): Map<string, Dated[]> {
  const found = new Map<string, Dated[]>();
  for (const one of given) {
    const shown = ideasOf(one);
    for (const id of new Set(Object.values(one.asked.feedback.misconceptions).flat())) {
      const shows = shown.has(id);
      if (shows && one.full) continue;
      const signs = found.get(id) ?? [];
      found.set(id, signs);
      one.attempts.forEach((number, index) => {
        const { person, at, assignment } = attempts[number] as Evidence["attempts"][number];
        signs.push({ person, attempt: number, shows, sure: one.sure[index] === 3, at, assignment });
      });
    }
  }
  return found;
}

const ideasOf = ({ codes, asked }: Given) =>
  new Set(codes.flatMap((code) => asked.feedback.misconceptions[code] ?? []));
const names = (id: string) => (asked: Asked) => Object.values(asked.feedback.misconceptions).flat().includes(id);

function holdersOf({ students, attempts }: Evidence, found: Map<string, Holding>): Holder[] {
  return [...students].flatMap(([person, name]) => {
    const one = found.get(person);
    const attempt = one?.holds && attempts[one.attempt]?.id;
    return attempt ? [{ person, name, sure: one.sure, attempt }] : [];
  });
}

/** The questions by which the holders hold it, in the attempt that says so; the one that showed it most often first. */
function shownBy(id: string, holders: Holder[], { given, attempts }: Evidence): (ShownBy & { asked: Asked })[] {
  const standing = new Set(holders.map(({ attempt }) => attempt));
  const found = new Map<string, ShownBy & { asked: Asked }>();
  for (const one of given) {
    if (one.full || !ideasOf(one).has(id)) continue;
    const students = one.attempts.filter((number) => standing.has(attempts[number]?.id ?? "")).length;
    if (students === 0) continue;
    const { asked } = one;
    const question = found.get(asked.id) ?? {
      ...{ version: asked.id, item: asked.item, stem: asked.stem, students: 0, answers: [], asked },
    };
    question.students += students;
    question.answers.push({ ...showing(one, id), students });
    found.set(asked.id, question);
  }
  for (const { answers } of found.values()) answers.sort((a, b) => b.students - a.students);
  return [...found.values()].sort((a, b) => b.students - a.students || a.item.localeCompare(b.item));
}

/** The lines of an answer that show it, and the feedback that puts them right. */
function showing({ asked, response, codes }: Given, id: string): Omit<Showing, "students"> {
  const { feedback, interaction, body, key } = asked;
  const type = interactions[interaction];
  const behind = codes.filter((code) => feedback.misconceptions[code]?.includes(id));
  const lines = type.review(body, key, type.response.parse(response)).filter(({ code }) => behind.includes(code ?? ""));
  return {
    code: behind[0] ?? "",
    text: lines.map(({ text }) => text).join(" · ") || type.summary(body, type.response.parse(response)),
    because: behind.map((code) => feedback.texts[code]).find(Boolean) ?? feedback.explanation,
  };
}

/** The sections that explain these questions, each once. */
export function placesOf(asked: Pick<Asked, "read">[], places: ReadonlyMap<string, ReadOn>): Place[] {
  const all = asked.flatMap(({ read }) => {
    const found = read ? places.get(read) : undefined;
    return found ? [{ ...found, place: found.href.replace("/lessons/", "") }] : [];
  });
  return [...new Map(all.map((one) => [one.place, one])).values()];
}

function taughtAgain({ id, title, at, people }: Again, signs: Dated[], now: Map<string, Holding>): TaughtAgain {
  const then = holdings(signs.filter((sign) => sign.at < at));
  const since = new Set(signs.filter((sign) => sign.at >= at).map(({ person }) => person));
  const held = (by: Map<string, Holding>) => people.filter((person) => by.get(person)?.holds).length;
  return {
    ...{ id, title, at, to: people.length, before: held(then), now: held(now) },
    since: people.filter((person) => since.has(person)).length,
  };
}
