import { QuestionForm } from "~/components/question";
import { SectionHead, Stimulus } from "~/components/section";
import { type Station, Stations } from "~/components/stations";
import { TrialBanner } from "~/components/trial-banner";
import type { Question } from "~/models/attempt.server";
import { layoutOf, type Section } from "~/models/layout";
import type { Checked } from "~/models/review.server";
import type { TrialShown } from "~/models/trial.server";
import { PageTurns, Passed } from "./page-turns";

type Drawn = {
  id: string;
  title: string;
  tries: number | null;
  asksConfidence: boolean;
  trial: TrialShown | null;
  stations: Station[];
  checks: Record<number, Checked>;
  /** Whether answers came from a page that had been left. */
  passed?: boolean;
  /** The question that was to be checked while it had no answer. */
  blank?: number;
};

/**
 * One page of an attempt among its others.
 * @param page counted from 1
 */
export function pageAmong(pages: Question[][], { layout }: { layout: unknown }, page: number) {
  const { sections, sequential } = layoutOf(layout);
  const shown = pages[page - 1] ?? [];
  const section: Section | undefined = sections[shown[0]?.section ?? -1];
  return {
    ...{ page, shown, sequential },
    section: section ? { ...section, first: pages[page - 2]?.[0]?.section !== shown[0]?.section } : null,
    ranges: pages.map((one) => [one[0]?.place ?? 1, one.at(-1)?.place ?? 1] as const),
  };
}

/** What a tab says of a page of questions. */
export const titleOf = ({ shown, stations, title }: { shown: Question[]; stations: Station[]; title: string }) =>
  `Question ${shown[0]?.place} of ${stations.length}: ${title} · Keyhole`;

/** The questions of one page, and the ways to the others: what stands in `main`. */
export function QuestionsPage(attempt: Drawn & ReturnType<typeof pageAmong>) {
  const { id, title, page, ranges, shown, stations, section, sequential } = attempt;
  return (
    <>
      <TrialBanner trial={attempt.trial} />
      <h1 className="vh">
        {title}, page {page} of {ranges.length}
      </h1>
      <Stations stations={stations} attempt={id} current={shown.map(({ slot }) => slot)} />
      {attempt.passed ? <Passed /> : null}
      {section ? <SectionHead section={section} first={section.first} /> : null}
      <div className={section?.stimulus ? "beside" : undefined}>
        {section?.stimulus ? <Stimulus section={section} /> : null}
        {/* A browser that puts old answers back into a page would post them as new ones. */}
        <form method="post" action={`/attempts/${id}/answers`} id="answers" data-page={page} autoComplete="off">
          {/* Enter in a field presses the first button of a form: it must turn the page, not show a hint; and where a page
              is left for good it only saves. */}
          <button
            type="submit"
            className="vh"
            name="to"
            value={page === ranges.length ? "summary" : sequential ? page : page + 1}
            tabIndex={-1}
            aria-hidden="true"
          >
            Save and go on
          </button>
          {shown.map((question) => (
            <QuestionForm
              key={question.slot}
              question={question}
              attempt={id}
              mayComeBack={!sequential}
              checked={attempt.checks[question.slot]}
              checks={attempt.tries !== null}
              blank={attempt.blank === question.slot}
              asksConfidence={attempt.asksConfidence}
            />
          ))}
          <PageTurns page={page} ranges={ranges} sequential={sequential} />
        </form>
      </div>
    </>
  );
}
