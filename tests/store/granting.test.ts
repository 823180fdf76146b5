import { eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { beforeAll, describe, expect, it } from "vitest";
import { people } from "#drizzle/schema";
import { findMyAttempt, myAttempt, seenAttempt, taughtAttempt } from "~/access/attempts.server";
import { myAssignment, seenAssignment, seenClass, taughtAssignment, taughtClass } from "~/access/classes.server";
import { host, inviter } from "~/access/host.server";
import { editedItem, seenItem } from "~/access/items.server";
import { editedQuiz, seenQuiz } from "~/access/quizzes.server";
import { viewedStudent } from "~/access/viewed.server";
import { type Args, person, teacher } from "~/access/visitor.server";
import { db } from "~/db.server";
import { createQuiz } from "~/models/quiz-shelf.server";
import { engines, withStore } from "../stores";
import { asks, give, handIn, makeClass, makeMixedQuiz, makeStudent, type Someone } from "./teaching";
import { write } from "./writing";

/** The script's answers are JSON: what it may not have is null there, and not a refusal that is thrown. */
const scriptsAttempt = async (args: Args) => {
  if (!(await findMyAttempt(args.request, args.params.attempt ?? ""))) throw new Response(null, { status: 404 });
};

type Who = "rivera" | "other" | "ana" | "ben" | "removed" | "host" | "stranger";

/** Every access function that fetches a record, and who is granted it: everybody else gets the same 404. */
const table: [name: string, ask: (args: Args) => Promise<unknown>, granted: Who[]][] = [
  ["taughtClass", taughtClass, ["rivera"]],
  ["seenClass", seenClass, ["rivera"]],
  ["viewedStudent", viewedStudent, ["rivera"]],
  ["taughtAssignment", taughtAssignment, ["rivera"]],
  ["seenAssignment", seenAssignment, ["rivera"]],
  // Its teacher is sent to the results, which is no refusal.
  ["myAssignment", myAssignment, ["ana", "ben", "rivera"]],
  ["myAttempt", myAttempt, ["ana"]],
  ["findMyAttempt", scriptsAttempt, ["ana"]],
  ["taughtAttempt", taughtAttempt, ["rivera"]],
  ["seenAttempt", seenAttempt, ["rivera"]],
  ["seenItem", seenItem, ["rivera"]],
  ["editedItem", editedItem, ["rivera"]],
  ["seenQuiz", seenQuiz, ["rivera"]],
  ["editedQuiz", editedQuiz, ["rivera"]],
  ["teacher", teacher, ["rivera", "other"]],
  ["inviter", inviter, ["rivera", "other", "host"]],
  ["host", host, ["host"]],
  ["person", person, ["rivera", "other", "ana", "ben", "removed", "host"]],
];

describe.each(engines)("what is granted on %s", (engine) => {
  withStore(engine);
  let everybody: Record<Exclude<Who, "stranger">, Someone>;
  let ids: Record<string, string>;
  beforeAll(async () => {
    const { rivera, klass } = await makeClass();
    const assignment = await give(rivera, klass, await makeMixedQuiz());
    const [ana, ben, removed] = await Promise.all(["Ana", "Ben", "Rem"].map((name) => makeStudent(klass, name)));
    const { rivera: other } = await makeClass("10A");
    const looksAfter = { id: uuidv7(), name: "Hanna Host" };
    await db()
      .insert(people)
      .values({ ...looksAfter, hostSince: sql`now()` });
    everybody = { rivera, other, ana, ben, removed, host: looksAfter } as typeof everybody;
    await db().execute(sql`update enrolments set removed_at = now() where person_id = ${everybody.removed.id}::uuid`);
    ids = {
      class: klass.id,
      assignment: assignment.id,
      person: everybody.ana.id,
      attempt: await handIn(everybody.ana, assignment, ["a", "Because."]),
      item: await write(rivera),
      quiz: await createQuiz(await teacher(await asks(rivera, {})), "Mine"),
    };
  });

  const argsOf = async (who: Who, params: Record<string, string>): Promise<Args> =>
    who === "stranger" ? { request: new Request("http://127.0.0.1/"), params } : asks(everybody[who], params);
  /** "granted", or the status of the refusal; a stranger is sent to sign in. */
  async function outcome(who: Who, ask: (args: Args) => Promise<unknown>, params: Record<string, string>) {
    try {
      await ask(await argsOf(who, params));
      return "granted";
    } catch (thrown) {
      if (!(thrown instanceof Response)) throw thrown;
      const location = thrown.headers.get("Location") ?? "";
      if (location.startsWith("/sign-in")) return "sign in";
      return location ? "granted" : thrown.status;
    }
  }

  it.each(table)("%s: its record to those of the table, and nothing to anybody else", async (name, ask, granted) => {
    for (const who of [...Object.keys(everybody), "stranger"] as Who[]) {
      const refused = who === "stranger" && name !== "findMyAttempt" ? "sign in" : 404;
      expect([who, await outcome(who, ask, ids)]).toEqual([who, granted.includes(who) ? "granted" : refused]);
    }
  });

  it("nothing for an id of another kind, for none, and for what is no id", async () => {
    for (const [name, ask] of table.filter(([name]) => !["teacher", "inviter", "host", "person"].includes(name)))
      for (const wrong of [everybody.rivera.id, ids.assignment, uuidv7(), "", "1", "' or 1=1 --", "%"]) {
        const params = Object.fromEntries(
          Object.entries(ids).map(([key, id]) => [key, id === wrong ? uuidv7() : wrong]),
        );
        expect([name, wrong, await outcome("rivera", ask, params as Record<string, string>)]).toEqual([
          name,
          wrong,
          404,
        ]);
      }
  });

  it("nothing of a class any more to who was its teacher", async () => {
    const { rivera, klass } = await makeClass("9C");
    const leave = sql`update enrolments set removed_at = now() where person_id = ${rivera.id}::uuid and class_id = ${klass.id}::uuid`;
    await db().execute(leave);
    for (const ask of [taughtClass, seenClass])
      await expect(asks(rivera, { class: klass.id }).then(ask)).rejects.toMatchObject({ status: 404 });
    expect((await db().select().from(people).where(eq(people.id, rivera.id)))[0]?.mayTeachSince).not.toBeNull();
  });
});
