import { settingCode } from "~/lab/model";
import { findLesson, findTrees } from "~/models/lesson.server";
import { settingsAt } from "./switches";
import { elementsOf, type Tree } from "./tree";

/** Where a lab stands in a lesson. A block is called by its setting, so that a caption may change. */
export type LabBlock = { id: string; code: string };

/** The labs of one section; none where there is no such section. */
export async function labBlocks(lesson: string, section: string): Promise<LabBlock[]> {
  const found = lesson ? await findLesson(lesson) : undefined;
  const tree = found && (await findTrees(found, section)).get(section);
  return tree ? labsIn(tree) : [];
}

/** The labs of a page. */
export function labsIn(tree: Tree): LabBlock[] {
  return elementsOf(tree, "kh-lab").map(({ properties }) => {
    const code = settingCode(settingsAt(properties));
    return { id: `lab-${code}`, code };
  });
}
