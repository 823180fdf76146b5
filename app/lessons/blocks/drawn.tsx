import type { Root } from "hast";
import { type Components, toJsxRuntime } from "hast-util-to-jsx-runtime";
import { Fragment, jsx, jsxs } from "react/jsx-runtime";
import type { Page, Refused } from "../view";
import { Card, Cards } from "./cards";
import { Check } from "./check";
import { Comments } from "./comment-cards";
import { Does, DoesNot, Establish } from "./establish";
import { Example } from "./example";
import { Figure } from "./figure";
import { Known } from "./known";
import { LabBlock } from "./lab";
import { Entry, Reveal, Step, Timeline, Worked } from "./lists";
import { Option } from "./option";
import { PageProvider } from "./page-context";
import { Predict, Question, Recall } from "./prediction";
import { After, Reference, Sourced } from "./reference";
import { ReferenceCards } from "./reference-cards";
import { Reflection } from "./reflect";
import { Sort } from "./sort";
import { Captioned, Cell, HeadCell, Row, Table, TableBody, TableHead } from "./table";
import { Glosses, Term, Terms } from "./terms";
import { QuizLink, SubHeading, SubSubHeading } from "./text";

const components = {
  h2: SubHeading,
  h3: SubSubHeading,
  table: Table,
  thead: TableHead,
  tbody: TableBody,
  tr: Row,
  th: HeadCell,
  td: Cell,
  "kh-ref": Reference,
  "kh-sourced": Sourced,
  "kh-after": After,
  "kh-known": Known,
  "kh-term": Term,
  "kh-terms": Terms,
  "kh-predict": Predict,
  "kh-recall": Recall,
  "kh-question": Question,
  "kh-option": Option,
  "kh-reflect": Reflection,
  "kh-example": Example,
  "kh-check": Check,
  "kh-sort": Sort,
  "kh-cards": Cards,
  "kh-card": Card,
  "kh-worked": Worked,
  "kh-reveal": Reveal,
  "kh-steps": Worked,
  "kh-step": Step,
  "kh-timeline": Timeline,
  "kh-table": Captioned,
  "kh-event": Entry,
  "kh-establish": Establish,
  "kh-does": Does,
  "kh-not": DoesNot,
  "kh-figure": Figure,
  "kh-lab": LabBlock,
  "kh-quiz": QuizLink,
  "kh-comments": Comments,
};

/** A stored tree with its blocks. @param paper for print: no pop-ups, headings one level lower */
export function Drawn({
  page,
  refused = null,
  paper = false,
}: {
  page: Page;
  refused?: Refused | null;
  paper?: boolean;
}) {
  return (
    <PageProvider value={{ ...page, refused, paper }}>
      {toJsxRuntime(page.tree as unknown as Root, {
        Fragment,
        jsx,
        jsxs,
        // Without this it would align cells by style attributes, which the content security policy forbids.
        tableCellAlignToStyle: false,
        components: components as unknown as Partial<Components>,
      })}
      {paper ? null : <Glosses />}
      {paper ? null : <ReferenceCards />}
    </PageProvider>
  );
}
