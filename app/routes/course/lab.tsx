import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { anyone } from "~/access/visitor.server";
import { described } from "~/components/described";
import { Page } from "~/components/page";
import go from "~/lab/go.ts?worker&url";
import { hitsWords } from "~/lab/hits-words";
import { Investigating, InvestigationList } from "~/lab/investigation-list";
import { KeptHere, KeptList } from "~/lab/kept";
import { Lab } from "~/lab/lab";
import { readSettings, settingCode } from "~/lab/model";
import { Sent } from "~/lab/sent";
import { lastStop } from "~/lab/way";
import { WithWords } from "~/lab/words";
import { newestPrediction } from "~/models/lab-prediction.server";
import figure from "~/styles/figure.css?url";
import item from "~/styles/item.css?url";
import lab from "~/styles/lab.css?url";
import { moment } from "~/text";
import { labPage, placeIn } from "./lab-page.server";

export const links = () => [figure, item, lab].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction<typeof loader> = ({ data }) =>
  described({
    title: data?.prediction ? `${hitsWords(data.prediction.hits)} · The lab` : "Follow a message: the lab",
    description:
      "Set four locks and a lawful demand, predict what seven observers learn about one message, then follow it and compare.",
  });

/** With `step` the message is under way, for who has predicted this setting; else the lab before it runs. */
export async function loader(args: LoaderFunctionArgs) {
  const visitor = await anyone(args);
  const query = new URL(args.request.url).searchParams;
  const settings = readSettings(query);
  const step = query.get("step");
  const from = placeIn(query.get("from"));
  const prediction = step === null ? null : await newestPrediction(visitor, settings);
  const page = await labPage(visitor, settings);
  const investigation = page.investigations.find(({ id }) => id === query.get("investigation")) ?? null;
  const at = /^\d{1,2}$/.test(step ?? "") ? Math.min(Number(step), lastStop) : 0;
  const first = step !== null && !prediction;
  return { visitor, settings, from, at, first, rules: query.has("rules"), prediction, investigation, ...page };
}

export default function LabPage() {
  const { visitor, settings, from, at, first, rules, prediction, investigation, here, kept, terms, ...page } =
    useLoaderData<typeof loader>();
  if (prediction)
    return (
      <Page visitor={visitor} at="/lab">
        <WithWords terms={terms}>
          <Sent
            settings={settings}
            {...prediction}
            when={moment(prediction.at, page.zone)}
            at={at}
            query={queryOf(from, investigation?.id)}
            lesson={from && `/lessons/${from}#lab-${settingCode(settings)}`}
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
          rules={rules}
          classes={page.classes}
          from={from}
          investigation={investigation?.id}
          before={
            <>
              {first ? <p className="said is-waiting">Predict first; then the message sets out.</p> : null}
              {investigation ? <Investigating investigation={investigation} /> : null}
              {here ? <KeptHere kept={here} zone={page.zone} /> : null}
            </>
          }
        >
          <InvestigationList investigations={page.investigations} />
          <KeptList kept={kept} zone={page.zone} />
        </Lab>
      </WithWords>
    </Page>
  );
}

/** What the addresses of the run carry on: where it was begun. */
export function queryOf(from: string | undefined, investigation: string | undefined): string {
  return [from && `&from=${from}`, investigation && `&investigation=${investigation}`].filter(Boolean).join("");
}
