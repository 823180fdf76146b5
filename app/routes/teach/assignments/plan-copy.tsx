import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { taughtClass } from "~/access/classes.server";
import { isId, teacher } from "~/access/visitor.server";
import { Field } from "~/components/field";
import { ErrorSummary, type Reply } from "~/components/form";
import { Once } from "~/components/once";
import { Page } from "~/components/page";
import { Select } from "~/components/select";
import { create, listTaught } from "~/models/classroom.server";
import { idOnce } from "~/models/once.server";
import { copyPlan, firstDate, type Planned, planOf, shiftedPlan } from "~/models/plan-copy.server";
import { daysLater } from "~/models/shifted-dates.server";
import teach from "~/styles/teach.css?url";
import { moment } from "~/text";
import { refuse } from "../../account/parse-form.server";
import { formBody } from "../../form-body.server";
import { PlanPreview } from "./plan-preview";
import { type CopyWish, wishIn, wrongWith } from "./plan-wish.server";

export const links = () => [{ rel: "stylesheet", href: teach }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Copy the plan of ${data?.name ?? "a class"} · Keyhole` },
];

/** The form, and what it says shown as a table before anything is copied. */
export async function loader(args: LoaderFunctionArgs) {
  const taught = await taughtClass(args);
  const { id, name, zone, viewer: visitor } = taught;
  const plan = await planOf(taught);
  const first = firstDate(plan);
  const query = new URL(args.request.url).searchParams;
  const wish = query.has("to") ? wishIn(query) : null;
  const asked = wish && (await preview(args, wish, plan, zone));
  return {
    ...{ visitor, id, name, zone, first, wish },
    ...{ size: plan.length, suggested: first && daysLater(first, zone, 182) },
    classes: (await listTaught(visitor)).filter((one) => one.id !== id).map(({ id, name }) => ({ id, name })),
    asked,
  };
}

/** Copies the plan as it was shown. */
export async function action(args: ActionFunctionArgs) {
  const taught = await taughtClass(args);
  const form = await formBody(args.request);
  const wish = wishIn(form);
  const plan = await planOf(taught);
  const found = await preview(args, wish, plan, taught.zone);
  if (!found.shown) return refuse(wish, found.errors);
  const once = { ...wish, once: form.get("once"), of: taught.id };
  const to =
    wish.to === "new"
      ? await create(await teacher(args), { name: wish.name, zone: taught.zone }, idOnce(taught.viewer, once))
      : wish.to;
  const target = await taughtClass({ ...args, params: { class: to } });
  const copies = found.shown.rows.flatMap(({ id, fit, after }) => {
    const copy = idOnce(taught.viewer, { ...once, one: id });
    return fit ? [{ id, copy, ...after }] : [];
  });
  await copyPlan(target, copies);
  return redirect(`/teach/classes/${target.id}#given`);
}

/** What would be copied, old dates and new ones; or what is wrong with the wish. */
async function preview(args: LoaderFunctionArgs, wish: CopyWish, plan: Planned[], zone: string) {
  if (wish.to !== "new" && !isId(wish.to)) return { errors: { to: ["Choose a class."] }, shown: null };
  const target = wish.to === "new" ? null : await taughtClass({ ...args, params: { class: wish.to } });
  const to = target?.zone ?? zone;
  const moved = shiftedPlan(plan, zone, to, wish.first);
  const errors = wrongWith(wish, moved);
  if (errors || !moved) return { errors: errors ?? {}, shown: null };
  const rows = plan.map((before, index) => {
    const { opensAt, dueAt, closesAt } = moved[index] as Planned;
    return { ...before, after: { opensAt, dueAt, closesAt } };
  });
  return { errors: null, shown: { rows, zone: to, name: target?.name ?? wish.name } };
}

export default function CopyPlan() {
  const { visitor, id, name, zone, first, size, suggested, classes, wish, asked } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const reply: Reply | undefined =
    answer ?? (wish && asked?.errors ? { typed: wish, errors: asked.errors } : undefined);
  return (
    <Page visitor={visitor} at="/teach" className="stack">
      <p className="eyebrow">
        <a href={`/teach/classes/${id}`}>{name}</a>
      </p>
      <h1>Copy the plan of {name}</h1>
      <p className="read">
        Everything that {name} was given goes to another class, with the same rules, for all of its students. No
        answers, exceptions or marks come along.
      </p>
      {size === 0 ? (
        <p className="read">Nothing was given to {name} yet, so there is nothing to copy.</p>
      ) : (
        <form method="get" action={`/teach/classes/${id}/copy`}>
          <ErrorSummary reply={reply} />
          <Select
            name="to"
            label="To which class"
            options={[["new", "a new class"], ...classes.map((one): [string, string] => [one.id, one.name])]}
            value={wish?.to}
            reply={reply}
          />
          <Field
            name="name"
            label="Name of the new class"
            hint="Needed only for a new one."
            maxLength={120}
            autoComplete="off"
            defaultValue={wish?.name ?? ""}
            reply={reply}
          />
          {first ? (
            <Field
              type="datetime-local"
              name="first"
              label="When the first date lies"
              hint={`In ${name} it was ${moment(first, zone)}. All other dates keep their distance from it; 12:00 stays 12:00 when clocks change.`}
              defaultValue={wish?.first ?? suggested ?? ""}
              reply={reply}
            />
          ) : null}
          <p className="btns">
            <button className="btn" type="submit">
              Show what it would be
            </button>
          </p>
        </form>
      )}
      {wish && asked?.shown ? (
        <form method="post">
          <Once />
          {Object.entries(wish).map(([field, value]) => (
            <input key={field} type="hidden" name={field} value={value} />
          ))}
          <PlanPreview {...asked.shown} from={zone} />
        </form>
      ) : null}
    </Page>
  );
}
