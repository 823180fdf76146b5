import { gridWords } from "~/lab/words";
import { predictionsOf } from "~/models/lab-prediction.server";
import { findCited, findTerms, listEntries } from "~/models/ledger.server";
import { findTrees, type Lesson } from "~/models/lesson.server";
import { saidIn } from "~/models/lesson-answer.server";
import { type Check, findChecks, ideas, viewCheck } from "~/models/lesson-check.server";
import { ownZone } from "~/models/own-zone.server";
import type { CommentKey } from "./entries.server";
import { KeptOfCourse } from "./kept-of-course.server";
import { labsIn } from "./lab-blocks.server";
import { labReference, referenceTo } from "./reference";
import { sortsOf } from "./sorts.server";
import { elementsOf, idsOf, type Tree } from "./tree";
import type { Behind, Page, Reference, TermView } from "./view";

/** Null for a stranger, who has no answers. */
type Reader = { id: string; guest: boolean } | null;

/** One page of a lesson for one reader. Undefined when the lesson has no such section. */
export async function findPage(reader: Reader, lesson: Lesson, section: string): Promise<Page | undefined> {
  const find = async () => (await findTrees(lesson, section)).get(section);
  const found = await alikeIn(lesson, section, find);
  return found && fill(reader, found);
}

/** The pages of a lesson in order, for paper. @param last slug of the section with which they end; null: all */
export async function listPages(reader: Reader, lesson: Lesson, last: string | null): Promise<Page[]> {
  const pages: Page[] = [];
  for (const [section, tree] of await findTrees(lesson)) {
    const found = await alikeIn(lesson, section, () => tree);
    if (found) pages.push(await fill(reader, found));
    if (section === last) break;
  }
  return pages;
}

/** Notes for teachers, which belong to no section, with what their blocks need. */
export async function fillNotes(lesson: string, tree: Tree, commentKeys: CommentKey[]): Promise<Page> {
  const page = await fill(null, await alike(lesson, "", tree));
  return page.comments.length > 0 ? { ...page, commentKeys } : page;
}

/** What of a page is the same for all who read it. */
type Alike = Pick<Page, "lesson" | "section" | "tree" | "refs" | "terms" | "termsOf" | "comments"> & {
  /** The blocks that take an answer in words, and those that are checks. */
  asked: string[];
  checks: Check[];
  /** What may stand behind wrong answers to them. */
  ideas: Map<string, Behind>;
  labs: string[];
};

const sections = new KeptOfCourse<Alike>();

const alikeIn = (lesson: Lesson, section: string, find: () => Promise<Tree | undefined> | Tree) =>
  sections.get(lesson.course, `${lesson.slug}/${section}`, async () => {
    const tree = await find();
    return tree && alike(lesson.slug, section, tree);
  });

async function alike(lesson: string, section: string, tree: Tree): Promise<Alike> {
  const labs = labsIn(tree).map(({ code }) => code);
  const words = [...idsOf(tree, "kh-term"), ...(labs.length > 0 ? gridWords : [])];
  const checks = await findChecks(idsOf(tree, "kh-check"));
  return {
    ...{ lesson, section, tree, checks, labs },
    asked: ["kh-predict", "kh-recall", "kh-reflect", "kh-sort"].flatMap((name) => idsOf(tree, name)),
    ideas: checks.length > 0 ? await ideas() : new Map(),
    refs: await references(idsOf(tree, "kh-ref")),
    terms: byId((await findTerms(words)).map(viewTerm)),
    termsOf: await termsOf(idsOf(tree, "kh-terms", "lesson")),
    comments: elementsOf(tree, "kh-comments").length > 0 ? await listEntries("comment") : [],
  };
}

async function fill(reader: Reader, of: Alike): Promise<Page> {
  const { lesson, section, tree, refs, terms, termsOf, comments, asked, checks } = of;
  const blocks = [...asked, ...checks.map(({ itemId }) => itemId)];
  const said = reader ? await saidIn(reader, lesson, blocks) : { words: {}, responses: {} };
  const { words: answers, responses } = said;
  const labs = await labsOf(reader, of.labs);
  return {
    ...{ lesson, section, tree, refs, terms, termsOf, comments, answers, labs },
    checks: byId(checks.map((check) => viewCheck(check, responses[check.itemId], of.ideas))),
    sorts: await sortsOf(tree, answers),
    known: reader !== null,
    taught: reader !== null && !reader.guest,
    zone: reader && (asked.some((id) => answers[id]) || Object.keys(labs).length > 0) ? await ownZone(reader) : null,
    commentKeys: [],
  };
}

async function labsOf(reader: Reader, codes: string[]): Promise<Page["labs"]> {
  const kept = codes.length > 0 ? await predictionsOf(reader) : [];
  return Object.fromEntries(kept.filter(({ code }) => codes.includes(code)).map((one) => [one.code, one]));
}

/** What the marks of a text lead to, by id. */
export async function references(ids: string[]): Promise<Record<string, Reference>> {
  const cited = await findCited(ids);
  if (cited.length === 0) return ids.length > 0 ? { LAB: labReference } : {};
  const publishers = Object.fromEntries((await listEntries("source")).map(({ id, publisher }) => [id, publisher]));
  return byId([labReference, ...cited.map((one) => referenceTo(one, publishers))]);
}

async function termsOf(lessons: string[]): Promise<Page["termsOf"]> {
  if (lessons.length === 0) return {};
  const all = await listEntries("term");
  return Object.fromEntries(
    lessons.map((lesson) => [lesson, all.filter((term) => term.lesson === lesson).map(viewTerm)]),
  );
}

const viewTerm = ({ id, term, definition, also }: TermView): TermView => ({ id, term, definition, also });
const byId = <T extends { id: string }>(list: T[]): Record<string, T> =>
  Object.fromEntries(list.map((one) => [one.id, one]));
