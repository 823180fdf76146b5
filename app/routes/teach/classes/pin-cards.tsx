import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { taughtClass } from "~/access/classes.server";
import { isId } from "~/access/visitor.server";
import { ErrorSummary, type Reply } from "~/components/form";
import { Once } from "~/components/once";
import { Page } from "~/components/page";
import { pinHolders, resetPins, stateOfPins } from "~/models/pin.server";
import cards from "~/styles/cards.css?url";
import teach from "~/styles/teach.css?url";
import { many } from "~/text";
import { parseFields, refuse } from "../../account/parse-form.server";
import { formBody } from "../../form-body.server";
import { CardsMade } from "./cards-made";
import { cardsPage } from "./cards-page.server";

export const links = () => [teach, cards].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction = () => [{ title: "New PINs and cards · Keyhole" }];
export const headers: HeadersFunction = () => ({ "Cache-Control": "no-store" });

export async function loader(args: LoaderFunctionArgs) {
  const taught = await taughtClass(args);
  const students = (await pinHolders(taught)).map(({ personId, name, secretHash }) => ({
    personId,
    name,
    hasPin: secretHash !== null,
  }));
  return { ...(await cardsPage(args.request, taught)), students };
}

/** Asks whether the PINs of the chosen students are to end; ends them when the form comes back with what was asked. */
export async function action(args: ActionFunctionArgs) {
  const taught = await taughtClass(args);
  const form = await formBody(args.request);
  const { once = "", seen } = parseFields(form, Asked).typed;
  const chosen = form.getAll("who").map(String).filter(isId);
  const holders = await pinHolders(taught, chosen);
  if (holders.length === 0) return refuse({}, { "": ["Choose the students who are to get a new PIN."] });
  const asked = {
    typed: {},
    names: holders.map(({ personId, name }) => ({ personId, name })),
    seen: stateOfPins(holders),
  };
  if (!seen) return data({ ...asked, errors: {} });
  const made = await resetPins(taught, chosen, { once, seen });
  if (made !== "changed") return data({ made });
  const errors = { "": ["Somebody made new PINs since you looked. Nothing was changed; look again."] };
  return data({ ...asked, errors }, { status: 409 });
}

const Asked = z.object({ once: z.string().optional(), seen: z.string().optional() });

export default function PinCards() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  if (reply && "made" in reply)
    return <CardsMade page={page} title={`New PINs for ${many(reply.made.length, "student")}`} cards={reply.made} />;
  return (
    <Page visitor={page.visitor} at="/teach" className="stack">
      <p className="eyebrow">
        <a href={`/teach/classes/${page.id}/roster`}>{page.className}: students</a>
      </p>
      {reply && "seen" in reply ? (
        <Ask id={page.id} names={reply.names} seen={reply.seen} reply={reply} />
      ) : (
        <Choose students={page.students} reply={reply} />
      )}
    </Page>
  );
}

type Chosen = { personId: string; name: string };

function Choose({ students, reply }: { students: (Chosen & { hasPin: boolean })[]; reply: Reply | undefined }) {
  if (students.length === 0)
    return (
      <>
        <h1>New PINs and cards</h1>
        <p className="read">Nobody in this class signs in with a PIN.</p>
      </>
    );
  return (
    <form method="post" className="stack">
      <h1>New PINs and cards</h1>
      <p className="read">
        PINs are stored so that nobody can read them, so a card needs a new one. Who signs in with an account of their
        own is not in this list.
      </p>
      <ErrorSummary reply={reply} />
      <fieldset className="field wide">
        <legend>Who gets a new PIN?</legend>
        <div className="opts columns">
          {students.map(({ personId, name, hasPin }) => (
            <label className="opt" key={personId}>
              <input type="checkbox" name="who" value={personId} defaultChecked={!hasPin} />
              <span>
                {name}
                {hasPin ? null : <span className="soft small line">has none yet</span>}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <p className="btns">
        <button className="btn go" type="submit">
          Go on
        </button>
      </p>
    </form>
  );
}

function Ask({ id, names, seen, reply }: { id: string; names: Chosen[]; seen: string; reply: Reply }) {
  return (
    <form method="post" className="stack">
      <h1>{names.length === 1 ? `A new PIN for ${names[0]?.name}?` : `New PINs for ${names.length} students?`}</h1>
      <Once />
      <ErrorSummary reply={reply} />
      <p className="read">
        Their old PINs stop working, and they are signed out everywhere, also in the middle of a quiz: what they
        answered is kept, and they go on with the new PIN. It cannot be undone.
      </p>
      <ul>
        {names.map(({ personId, name }) => (
          <li key={personId}>
            <input type="hidden" name="who" value={personId} />
            {name}
          </li>
        ))}
      </ul>
      <p className="btns">
        <button className="btn go" type="submit" name="seen" value={seen}>
          {names.length === 1 ? "Make the new PIN and its card" : `Make ${names.length} new PINs and cards`}
        </button>
        <a className="btn plain" href={`/teach/classes/${id}/cards`}>
          Leave it
        </a>
      </p>
    </form>
  );
}
