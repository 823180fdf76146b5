import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { seenItem } from "~/access/items.server";
import { Findings } from "~/components/findings";
import { ItemKey } from "~/components/item-key";
import { Page } from "~/components/page";
import { QuestionForm } from "~/components/question";
import { draftOf } from "~/models/item.server";
import { differences } from "~/models/item-diff";
import { listVersions } from "~/models/item-history.server";
import { isBlocked, lint } from "~/models/item-lint.server";
import { recordOf } from "~/models/item-record.server";
import { usesOf } from "~/models/item-use.server";
import { asDelivered, keyView } from "~/models/item-view.server";
import bank from "~/styles/bank.css?url";
import figure from "~/styles/figure.css?url";
import item from "~/styles/item.css?url";
import plot from "~/styles/plot.css?url";
import teach from "~/styles/teach.css?url";
import { ItemActions } from "./item-actions";
import { ItemHistory } from "./item-history";
import { ItemRecord } from "./item-record";
import { ItemUses } from "./item-uses";
import { headingOf, stateWords, typeWords } from "./item-words";

export const links = () => [figure, item, teach, bank, plot].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? headingOf(data.question.stem) : "Question"} · Keyhole` },
];

export async function loader(args: LoaderFunctionArgs) {
  const item = await seenItem(args);
  const { viewer: visitor, id, newest, state, tags, shared, ownerName, ownerId, mayEdit } = item;
  const draft = draftOf(newest);
  const versions = await listVersions(item);
  const findings = lint(draft);
  return {
    ...{ visitor, id, state, tags, mayEdit, findings },
    blocked: isBlocked(findings),
    owner: ownerId === visitor.id ? "yours" : (ownerName ?? "part of the course"),
    openToOthers: shared,
    difficulty: newest.difficulty,
    question: asDelivered(draft),
    view: await keyView(newest),
    use: await usesOf(item),
    record: await recordOf(item),
    versions: versions.map(({ version, author, createdAt, change }) => ({
      ...{ version, author, change },
      at: createdAt.toISOString(),
    })),
    compared: comparedIn(args.request, versions),
  };
}

/** The two versions that the address asks to compare. */
function comparedIn(request: Request, versions: Awaited<ReturnType<typeof listVersions>>) {
  const search = new URL(request.url).searchParams;
  const [from, to] = ["from", "to"].map((name) => versions.find(({ version }) => String(version) === search.get(name)));
  return from && to ? { from: from.version, to: to.version, differences: differences(from, to) } : null;
}

export default function Item() {
  const data = useLoaderData<typeof loader>();
  const { visitor, id, state, tags, mayEdit, owner, openToOthers, question, view, use, versions, compared } = data;
  return (
    <Page visitor={visitor} at="/teach" className="desk">
      <header className="stack">
        <p className="eyebrow">
          <a href="/teach/items">Question bank</a>
        </p>
        <h1>{headingOf(question.stem)}</h1>
        <p className="soft">
          {typeWords(question.interaction)} · {stateWords[state]} · {owner}
          {openToOthers ? ", open to other teachers" : ""} · meant as {data.difficulty} · version {versions[0]?.version}
          {tags.length > 0 ? ` · tagged ${tags.join(", ")}` : ""}
        </p>
      </header>
      <ItemActions id={id} state={state} mayEdit={mayEdit} blocked={data.blocked} />
      {state === "retired" ? null : (
        <section className="stack" aria-labelledby="lint">
          <h2 id="lint">Read before use</h2>
          <Findings findings={data.findings} />
        </section>
      )}
      <section aria-labelledby="as-student">
        <h2 id="as-student">As a student meets it</h2>
        <QuestionForm question={question} attempt="" />
      </section>
      <section className="stack" aria-labelledby="behind">
        <h2 id="behind">Key and feedback</h2>
        <ItemKey view={view} />
      </section>
      <ItemUses use={use} />
      <ItemRecord item={id} record={data.record} />
      <ItemHistory item={id} versions={versions} compared={compared} />
    </Page>
  );
}
