import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { anyone } from "~/access/visitor.server";
import { Page } from "~/components/page";
import { Lab } from "~/lab/lab";
import { readSettings, settingCode, settingsQuery } from "~/lab/model";
import { placeIn, queryOf } from "~/lab/place";
import { readPrediction, settingsIn } from "~/lab/prediction-form";
import { showing, shownIn } from "~/lab/shown";
import { WithWords } from "~/lab/words";
import { labBlocks } from "~/lessons/lab-blocks.server";
import { keepPrediction } from "~/models/lab-prediction.server";
import { listEntries } from "~/models/ledger.server";
import { personOrNewGuest } from "~/session.server";
import { formBody } from "../form-body.server";
import { labPage } from "./lab-page.server";

export { links } from "./lab";

export const meta = () => [
  { title: "Your prediction was not kept yet · Keyhole" },
  { name: "robots", content: "noindex" },
];

/** The lab again, for a prediction that is not whole. Somebody who only opens the address goes to the lab. */
export async function loader(args: LoaderFunctionArgs) {
  const visitor = await anyone(args);
  // Remix loads after an action with a GET that keeps the headers of the form; a plain visit has no Content-Type.
  if (!args.request.headers.has("Content-Type")) throw redirect("/lab");
  return { visitor };
}

/**
 * Keeps a prediction and sends the message; a stranger becomes a guest by it. One made while the page showed another setting
 * than its switches is not kept yet: the new setting is shown first, with what was chosen.
 */
export async function action(args: ActionFunctionArgs) {
  const visitor = await anyone(args);
  const form = await formBody(args.request);
  const settings = settingsIn(form);
  const from = placeIn(form.get("from"));
  const asked = String(form.get("investigation") ?? "");
  const investigation = (await listEntries("investigation")).find(({ id }) => id === asked)?.id;
  if ((shownIn(form) ?? settingCode(settings)) !== settingCode(settings))
    throw redirect(showing(form, queryOf(from, investigation)), 303);
  const read = readPrediction(form);
  if ("refused" in read) {
    const page = await labPage(visitor, settings);
    return data({ settings, from, investigation, refused: read.refused, ...page }, { status: 400 });
  }
  const [lesson = "", section = ""] = from?.split("/") ?? [];
  const block = (await labBlocks(lesson, section)).find(({ code }) => code === settingCode(settings));
  const { person, headers } = await personOrNewGuest(args.request);
  await keepPrediction(
    person,
    {
      settings,
      ...read,
      place: block ? { lesson, block: block.id } : null,
      investigation: investigation ?? null,
    },
    String(form.get("once") ?? ""),
  );
  return redirect(`/lab?${settingsQuery(settings)}&step=0${queryOf(from, investigation)}`, { headers });
}

export default function PredictAgain() {
  const { visitor } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <Page visitor={visitor} at="/lab">
      <WithWords terms={refused?.terms ?? []}>
        <Lab
          settings={refused?.settings ?? readSettings(new URLSearchParams())}
          fresh={false}
          from={refused?.from}
          investigation={refused?.investigation}
          classes={refused?.classes}
          refused={refused?.refused ?? null}
        />
      </WithWords>
    </Page>
  );
}
