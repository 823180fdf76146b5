import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { anyone } from "~/access/visitor.server";
import { described } from "~/components/described";
import { Page } from "~/components/page";
import go from "~/lab/go.ts?worker&url";
import { Investigating, InvestigationList } from "~/lab/investigation-list";
import { KeptHere, KeptList } from "~/lab/kept";
import { Lab } from "~/lab/lab";
import { readSettings } from "~/lab/model";
import { lessonAddress, namesSetting, placeIn, queryOf } from "~/lab/place";
import { Sent } from "~/lab/sent";
import { carriedIn, showing } from "~/lab/shown";
import { labTitle } from "~/lab/titles";
import { lastStop } from "~/lab/way";
import { WithWords } from "~/lab/words";
import { newestPrediction } from "~/models/lab-prediction.server";
import figure from "~/styles/figure.css?url";
import item from "~/styles/item.css?url";
import lab from "~/styles/lab.css?url";
import { moment } from "~/text";
import { labPage } from "./lab-page.server";

export const links = () => [figure, item, lab].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction<typeof loader> = ({ data }) =>
  described({
    title: data ? labTitle({ ...data, hits: data.prediction?.hits ?? null }) : "The lab",
    description:
      "Set four locks and a lawful demand, predict what seven observers learn about one message, then follow it and compare.",
  });

/**
 * A form that asks for another setting is led to the address of that setting, with what was chosen in its grid. With `step` the message is under way, for who has predicted this setting; else the lab before it
 * runs.
 */
export async function loader(args: LoaderFunctionArgs) {
  const visitor = await anyone(args);
  const query = new URL(args.request.url).searchParams;
  const from = placeIn(query.get("from"));
  if (query.has("shown")) throw redirect(showing(query, queryOf(from, query.get("investigation") ?? undefined)));
  const settings = readSettings(query);
  const step = query.get("step");
  const prediction = step === null ? null : await newestPrediction(visitor, settings);
  const page = await labPage(visitor, settings);
  const investigation = page.investigations.find(({ id }) => id === query.get("investigation")) ?? null;
  const at = /^\d{1,2}$/.test(step ?? "") ? Math.min(Number(step), lastStop) : 0;
  const first = step !== null && !prediction;
  const carried = carriedIn(query, settings);
  const asked = { rules: query.has("rules"), named: namesSetting(query) };
  return { visitor, settings, carried, from, at, first, ...asked, prediction, investigation, ...page };
}

export default function LabPage() {
  const { visitor, settings, carried, from, at, first, rules, prediction, investigation, here, kept, terms, ...page } =
    useLoaderData<typeof loader>();
  const query = queryOf(from, investigation?.id);
  const lesson = from && lessonAddress(from);
  if (prediction)
    return (
      <Page visitor={visitor} at="/lab">
        <WithWords terms={terms}>
          <Sent
            settings={settings}
            {...prediction}
            when={moment(prediction.at, page.zone)}
            at={at}
            query={query}
            lesson={lesson}
            investigation={investigation}
          />
        </WithWords>
        <script type="module" src={go} />
      </Page>
    );
  return (
    <Page visitor={visitor} at="/lab">
      <WithWords terms={terms}>
        <Lab
          settings={settings}
          fresh={kept.length === 0}
          known={visitor !== null}
          rules={rules}
          carried={carried}
          classes={page.classes}
          from={from}
          investigation={investigation?.id}
          before={
            <>
              {first ? <p className="said is-waiting">Predict first; then the message sets out.</p> : null}
              {investigation ? <Investigating investigation={investigation} /> : null}
              {here ? <KeptHere kept={here} zone={page.zone} from={from} /> : null}
              {lesson ? <a href={lesson}>Back to the lesson</a> : null}
            </>
          }
        >
          <InvestigationList investigations={page.investigations} />
          <KeptList kept={kept} zone={page.zone} query={query} />
        </Lab>
      </WithWords>
    </Page>
  );
}
