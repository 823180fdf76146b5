import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { anyone, notFound } from "~/access/visitor.server";
import { described } from "~/components/described";
import { Page } from "~/components/page";
import { type Goal, type Pattern, stands } from "~/lab/goal";
import { type Answered, InvestigationForm, VerdictSays } from "~/lab/investigation-form";
import { LeftOut } from "~/lab/left-out-list";
import { type Control, controls, type Settings, settingsOf, settingsQuery } from "~/lab/model";
import { Setting } from "~/lab/setting";
import { judgePattern, judgeSwitches, type Verdict, verdictWords } from "~/lab/verdict";
import { WithWords, WordsOfTheLocks } from "~/lab/words";
import { listEntries } from "~/models/ledger.server";
import item from "~/styles/item.css?url";
import lab from "~/styles/lab.css?url";
import { labTerms } from "./lab-page.server";

export const links = () => [item, lab].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction<typeof loader> = ({ data }) =>
  described({
    title: `${data?.title}: a question for the lab`,
    description: data?.question,
    news: data?.verdict ? verdictWords(data.verdict) : data?.open.length ? "Not checked yet" : null,
  });

/** One question to find out; with `answered` what the rules say to the answer in the address, or what it leaves open. */
export async function loader(args: LoaderFunctionArgs) {
  const visitor = await anyone(args);
  const all = await listEntries("investigation");
  const at = all.findIndex(({ id }) => id === args.params.investigation);
  const found = all[at];
  const start = found && settingsOf(found.start);
  if (!found || !start) throw notFound();
  const query = new URL(args.request.url).searchParams;
  const answered = readAnswer(query);
  const asked = query.get("answered") === "1";
  const open = asked ? openIn(found.goal, answered) : [];
  const verdict = asked && open.length === 0 ? judge(found.goal, start, answered) : null;
  const { id, title } = all[at + 1] ?? {};
  const next = id && title ? { id, title } : null;
  const terms = await labTerms();
  return { visitor, ...found, start, answered, open, verdict, next, terms };
}

/** The switches of which an answer says nothing; all of them where it had to choose some and chose none. */
function openIn(goal: Goal, { switches, pattern }: Answered): Control[] {
  if (goal.kind === "every-setting") return controls.filter((control) => !pattern[control]);
  return switches.length === 0 ? [...controls] : [];
}

function readAnswer(query: URLSearchParams): Answered {
  const pattern = controls.map((control) => [control, stands.find((one) => one === query.get(control))] as const);
  return {
    switches: controls.filter((control) => query.getAll("switch").includes(control)),
    pattern: Object.fromEntries(pattern.filter(([, stand]) => stand)),
  };
}

function judge(goal: Goal, start: Settings, { switches, pattern }: Answered): Verdict {
  return goal.kind === "every-setting" ? judgePattern(goal, pattern as Pattern) : judgeSwitches(goal, start, switches);
}

export default function Investigation() {
  const { visitor, id, title, question, goal, start, answered, open, verdict, next, terms } =
    useLoaderData<typeof loader>();
  return (
    <Page visitor={visitor} at="/lab" className="lab investigation">
      <WithWords terms={terms}>
        <header className="stack">
          <p className="eyebrow">
            <a href="/lab">The lab</a>, a question to find out
          </p>
          <h1>{title}</h1>
          <p className="read">{question}</p>
        </header>
        <section className="stack" aria-labelledby="start">
          <h2 id="start">Where it starts</h2>
          <Setting settings={start} />
          <WordsOfTheLocks />
          <p>
            <a className="btn" href={`/lab?${settingsQuery(start)}&investigation=${id}`}>
              Try it in the lab
            </a>
          </p>
        </section>
        <section className="stack" aria-labelledby="answer">
          <h2 id="answer">Your answer</h2>
          {verdict ? <VerdictSays verdict={verdict} next={next} /> : null}
          <InvestigationForm id={id} goal={goal} answered={answered} open={open} />
          <p className="small soft">Not marked and not kept. Try as often as you like.</p>
        </section>
        <LeftOut />
        <p className="submitline">
          <a href="/lab#lab-investigations">All questions of the lab</a>
          {next ? <a href={`/lab/investigations/${next.id}`}>The next question →</a> : <span />}
        </p>
      </WithWords>
    </Page>
  );
}
