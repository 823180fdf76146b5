import { type AnsweredBlock, answeredBlocks } from "~/models/answered-blocks.server";
import { predictionsOf } from "~/models/lab-prediction.server";
import { findTrees, listLessons } from "~/models/lesson.server";
import { findChecks, viewCheck } from "~/models/lesson-check.server";
import { inPlace } from "./dated";
import { listPairs } from "./pairs.server";
import { datedLine } from "./timeline.server";
import { elementsOf } from "./tree";

/** A place where somebody practised, and what they did there. `came`: how it came out, of a check the standing of its newest answer. */
export type Practised = { href: string; place: string; did: { href: string; what: Did; came: string | null }[] };
export type Did = "prediction" | "check" | "sorting" | "words" | "pair" | "order" | "lab";

const kinds: Record<string, Did> = { predict: "prediction", check: "check", sort: "sorting", reflect: "words" };

/** What a person predicted, checked, sorted and wrote outside of quizzes, place by place in the order of the course. */
export async function practisedBy(person: { id: string }): Promise<Practised[]> {
  const answered = await answeredBlocks(person);
  const [inLessons, beside] = await Promise.all([
    answered.length > 0 ? inSections(answered) : [],
    besideLessons(person, answered),
  ]);
  return [...inLessons, ...beside];
}

async function inSections(answered: AnsweredBlock[]): Promise<Practised[]> {
  const checks = await findChecks(answered.flatMap(({ kind, block }) => (kind === "check" ? [block] : [])));
  const found: Practised[] = [];
  for (const lesson of await listLessons()) {
    const mine = answered.filter((one) => one.lesson === lesson.slug);
    const trees = mine.length > 0 ? await findTrees(lesson) : new Map();
    for (const { slug, number, heading } of lesson.sections) {
      const href = `/lessons/${lesson.slug}/${slug}`;
      const here = blocksOf(trees.get(slug));
      const did = mine.flatMap(({ block, kind, value }) => {
        const what = here.includes(block) ? kinds[kind] : undefined;
        return what ? [{ href: `${href}#${block}`, what, came: kind === "check" ? standing(block, value) : null }] : [];
      });
      if (did.length > 0) found.push({ href, place: `${number} ${heading}`, did });
    }
  }
  return found;

  function standing(block: string, value: unknown): string | null {
    const check = checks.find(({ itemId }) => itemId === block);
    return (check && viewCheck(check, (value as { response?: unknown }).response).reply?.standing) ?? null;
  }
}

/** A prediction belongs to where it is made first. */
function blocksOf(tree: Parameters<typeof elementsOf>[0] | undefined): string[] {
  return tree
    ? elementsOf(tree, "kh-predict", "kh-check", "kh-sort", "kh-reflect").map(({ properties }) => String(properties.id))
    : [];
}

async function besideLessons(person: { id: string }, answered: AnsweredBlock[]): Promise<Practised[]> {
  const practised = answered.some(({ kind }) => kind === "pair" || kind === "sort");
  const [pairs, line, lab] = await Promise.all([
    practised ? listPairs(person) : [],
    practised ? datedLine(person) : null,
    predictionsOf(person),
  ]);
  const decided = pairs.flatMap(({ id, title, questions, right }) =>
    right === null
      ? []
      : [{ href: `/pairs/${id}`, what: "pair" as const, came: `${title}: ${right} of ${questions} right` }],
  );
  const order = line?.said
    ? [{ href: "/timeline#order", what: "order" as const, came: inPlace(line.asked, line.said) }]
    : [];
  const tried = lab.length > 0 ? [{ href: "/lab#lab-kept", what: "lab" as const, came: String(lab.length) }] : [];
  return [
    { href: "/pairs", place: "Who holds the key?", did: decided },
    { href: "/timeline", place: "What happened when", did: order },
    { href: "/lab", place: "The lab", did: tried },
  ].filter(({ did }) => did.length > 0);
}
