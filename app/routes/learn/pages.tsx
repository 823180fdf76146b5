import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { myAttempt } from "~/access/attempts.server";
import { Until } from "~/components/attempt-bar";
import { questions } from "~/models/attempt.server";
import { layoutOf, pagesOf } from "~/models/layout";
import { pageShown } from "~/models/page.server";
import { checked } from "~/models/review.server";
import { trialShown } from "~/models/trial.server";
import { fragment } from "../fragment.server";
import { BeforeHandingIn, summaryTitle } from "./before-handing-in";
import { pageAmong, QuestionsPage, titleOf } from "./questions-page";
import { stationsOf } from "./stations-of";

/**
 * The `main` of each page of an attempt that may be shown now, for the script that turns them while the line is down: in one
 * answer, since what they have in common is most of them. `but` names a page that the browser has.
 */
export async function loader(args: LoaderFunctionArgs) {
  const attempt = await myAttempt(args);
  if (attempt.state !== "in_progress") throw redirect(`/attempts/${attempt.id}/review`);
  const asked = await questions(attempt);
  const checks = await checked(
    attempt,
    asked.map(({ slot }) => slot),
  );
  const pages = pagesOf(asked, layoutOf(attempt.layout));
  const but = new URL(args.request.url).searchParams.get("but");
  const { id, title, tries, asksConfidence, deadline, zone } = attempt;
  const drawn = {
    id,
    title,
    tries,
    asksConfidence,
    checks,
    trial: trialShown(attempt),
    stations: stationsOf(pages, attempt),
  };
  const shown = pages
    .map((_, index) => pageAmong(pages, attempt, index + 1))
    .filter(({ page }) => page === pageShown(pages, attempt, page) && String(page) !== but);
  return fragment(args.request, () => (
    <>
      <Until deadline={deadline} zone={zone} />
      {shown.map((one) => (
        <main key={one.page} id="main" className="quiz" data-title={titleOf({ ...drawn, ...one })}>
          <QuestionsPage {...drawn} {...one} />
        </main>
      ))}
      {but === "summary" ? null : (
        <main id="main" className="quiz" data-title={summaryTitle(title)}>
          <BeforeHandingIn {...drawn} />
        </main>
      )}
    </>
  ));
}
