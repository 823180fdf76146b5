import figure from "~/styles/figure.css?url";
import lab from "~/styles/lab.css?url";
import lesson from "~/styles/lesson.css?url";
import question from "~/styles/question.css?url";
import { elementsOf, type Tree } from "../tree";

const needed: [sheet: string, blocks: string[]][] = [
  [figure, ["kh-figure", "kh-predict", "kh-recall"]],
  [question, ["kh-check", "kh-lab"]],
  [lab, ["kh-lab"]],
  [lesson, ["root"]],
];

/** The style sheets of a section: those of the blocks that stand in it and no others, for a page has to wait for each. */
export function sheetsOf(tree: Tree | undefined) {
  if (!tree) return [];
  return needed
    .filter(([, blocks]) => blocks.includes(tree.type) || elementsOf(tree, ...blocks).length > 0)
    .map(([href]) => ({ tagName: "link", rel: "stylesheet", href }));
}

/** The style sheets of whole lessons, where any block may stand. */
export const links = () => needed.map(([href]) => ({ rel: "stylesheet", href }));
