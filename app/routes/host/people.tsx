import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { host } from "~/access/host.server";
import { Field } from "~/components/field";
import { Page } from "~/components/page";
import { Table } from "~/components/table";
import { findPeople } from "~/models/stored/erasure-plan.server";
import teach from "~/styles/teach.css?url";
import { HostHead } from "./host-head";

export const links = () => [{ rel: "stylesheet", href: teach }];
export const meta: MetaFunction = () => [{ title: "People of this installation · Keyhole" }];

export async function loader(args: LoaderFunctionArgs) {
  const me = await host(args);
  const search = new URL(args.request.url).searchParams;
  const words = (search.get("name") ?? "").trim().slice(0, 100);
  return { visitor: me, words, deleted: search.has("deleted"), people: await findPeople(me, words) };
}

/** Who is stored here, for who runs the installation: to be found and, when they ask or have left, deleted. */
export default function People() {
  const { visitor, words, deleted, people } = useLoaderData<typeof loader>();
  return (
    <Page visitor={visitor} at="/host" className="desk stack">
      <HostHead heading="People of this installation" at="" />
      {deleted ? (
        <p className="said" role="status">
          <span>Deleted. The marks count on in their classes, under a number.</span>
        </p>
      ) : null}
      <p className="read">
        Everybody with an account or a place in a class, by name. You see who is here, and no work of theirs. Guests
        have no names; those who do not come back go by themselves.
      </p>
      <form method="get">
        <Field name="name" label="Name or login" defaultValue={words} />
        <p className="btns">
          <button className="btn" type="submit">
            Find
          </button>
        </p>
      </form>
      {people.length === 0 ? (
        <p className="read">Nobody here has “{words}” in their name or login.</p>
      ) : (
        <Table caption="People by name" heads={["Name", "Signs in with", "Classes", "Is", "Change"]}>
          {people.map(({ id, name, login, classes, teaches, host }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>{login ?? (teaches ? "" : "the code of a class and a PIN")}</td>
              <td>{classes.join(", ")}</td>
              <td>
                {[teaches && "a teacher", host && "runs this installation"].filter(Boolean).join(", ") || "a student"}
              </td>
              <td>
                <a className="small" href={`/host/people/${id}/deletion`}>
                  Delete …<span className="vh"> {name}</span>
                </a>
              </td>
            </tr>
          ))}
        </Table>
      )}
      {people.length === 50 ? (
        <p className="soft">These are the first fifty. Type more of the name to find others.</p>
      ) : null}
    </Page>
  );
}
