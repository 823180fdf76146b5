import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound, teacher } from "~/access/visitor.server";
import { Page } from "~/components/page";
import { CardSheet, pick } from "~/lessons/blocks/comment-cards";
import { listEntries } from "~/models/ledger.server";
import { findNotes } from "~/models/lesson.server";
import cards from "~/styles/cards.css?url";

export const links = () => [{ rel: "stylesheet", href: cards }];
export const meta: MetaFunction = () => [{ title: "Comment cards · Keyhole" }, { name: "robots", content: "noindex" }];

/** The sheet is handed to students, so nothing of the key may be on it. `?ids=RC3+RC7` picks some. */
export async function loader(args: LoaderFunctionArgs) {
  const reader = await teacher(args);
  const slug = args.params.lesson ?? "";
  const notes = await findNotes(reader, slug);
  if (!notes) throw notFound();
  const all = await listEntries("comment");
  const comments = pick(all, new URL(args.request.url).searchParams.get("ids"));
  return { visitor: reader, slug, lesson: notes.lesson, all: all.length, comments };
}

export default function Cards() {
  const { visitor, slug, lesson, all, comments } = useLoaderData<typeof loader>();
  return (
    <Page visitor={visitor} at="/teach" className="cutting">
      <header className="stack">
        <p className="eyebrow">
          For teachers only · <a href={`/teach/lessons/${slug}/notes`}>Notes on “{lesson}”</a>
        </p>
        <h1>{comments.length === 1 ? "One card" : `${comments.length} cards`} to cut out</h1>
        <p className="read">
          Print this page from your browser’s menu, or with Ctrl+P (⌘P on a Mac). Only the cards come on paper, two in a
          row. The key is not among them.
        </p>
        {comments.length < all ? (
          <p>
            <a href={`/teach/lessons/${slug}/cards`}>All {all} cards</a>
          </p>
        ) : null}
      </header>
      <CardSheet comments={comments} />
    </Page>
  );
}
