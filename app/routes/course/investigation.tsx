import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { anyone, notFound } from "~/access/visitor.server";
import { described } from "~/components/described";
import { Page } from "~/components/page";
import { type Goal, type Pattern, stands } from "~/lab/goal";
import { type Answered, InvestigationForm, VerdictSays } from "~/lab/investigation-form";
import { LeftOut } from "~/lab/left-out-list";
import { controls, type Settings, settingsOf, settingsQuery } from "~/lab/model";
import { Setting } from "~/lab/setting";
import { judgePattern, judgeSwitches, type Verdict } from "~/lab/verdict";
import { listEntries } from "~/models/ledger.server";
import item from "~/styles/item.css?url";
import lab from "~/styles/lab.css?url";

export const links = () => [item, lab].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction<typeof loader> = ({ data }) =>
  described({ title: `${data?.title}: a question for the lab`, description: data?.question });

/** One question to find out; with `answered` what the rules say to the answer in the address. */
export async function loader(args: LoaderFunctionArgs) {
  const visitor = await anyone(args);
  const found = (await listEntries("investigation")).find(({ id }) => id === args.params.investigation);
  const start = found && settingsOf(found.start);
  if (!found || !start) throw notFound();
  const query = new URL(args.request.url).searchParams;
  const answered = readAnswer(query);
  const verdict = query.get("answered") === "1" ? judge(found.goal, start, answered) : null;
  return { visitor, ...found, start, answered, verdict };
}

function readAnswer(query: URLSearchParams): Answered {
  const pattern = controls.map((control) => [control, stands.find((one) => one === query.get(control))] as const);
  return {
    switches: controls.filter((control) => query.getAll("switch").includes(control)),
    pattern: Object.fromEntries(pattern.filter(([, stand]) => stand)),
  };
}

function judge(goal: Goal, start: Settings, { switches, pattern }: Answered): Verdict {
  const nothing = (text: string) => ({ right: false, says: [{ text }] });
  if (goal.kind !== "every-setting")
    return switches.length > 0 ? judgeSwitches(goal, start, switches) : nothing("Choose a switch first.");
  const left = controls.filter((control) => !pattern[control]).length;
  return left > 0
    ? nothing(`Say it of each of the five switches: ${left} still open.`)
    : judgePattern(goal, pattern as Pattern);
}

export default function Investigation() {
  const { visitor, id, title, question, goal, start, answered, verdict } = useLoaderData<typeof loader>();
  return (
    <Page visitor={visitor} at="/lab" className="lab investigation">
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
        <p>
          <a className="btn" href={`/lab?${settingsQuery(start)}&investigation=${id}`}>
            Try it in the lab
          </a>
        </p>
      </section>
      <section className="stack" aria-labelledby="answer">
        <h2 id="answer">Your answer</h2>
        {verdict ? <VerdictSays verdict={verdict} /> : null}
        <InvestigationForm id={id} goal={goal} answered={answered} />
        <p className="small soft">Not marked and not kept. Try as often as you like.</p>
      </section>
      <LeftOut />
    </Page>
  );
}
