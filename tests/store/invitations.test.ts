import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { people } from "#drizzle/schema";
import { inviter } from "~/access/host.server";
import { teacher } from "~/access/visitor.server";
import { db } from "~/db.server";
import { signUp } from "~/models/account.server";
import { acceptInvitation, createInvitation, findInvitation } from "~/models/invitation.server";
import { makePerson } from "../factories";
import { engines, withStore } from "../stores";
import { account, goesBy, joined, made, openClass } from "./joining";
import { asks, makeClass, refusal } from "./teaching";

describe.each(engines)("invitations on %s", (engine) => {
  withStore(engine);

  describe("an invitation", () => {
    const invite = async () => {
      const { rivera } = await makeClass();
      return { rivera, token: await createInvitation(await inviter(await asks(rivera, {}))) };
    };

    it("makes one account a teacher, once, and says who granted it", async () => {
      const { rivera, token } = await invite();
      const [ana, ben] = await Promise.all([made(signUp(null, account())), made(signUp(null, account()))]);
      expect(await findInvitation(token)).toMatchObject({ from: "Ms Rivera" });
      const people = await Promise.all([goesBy(ana.id), goesBy(ben.id)]);
      const both = await Promise.all(people.map((one) => acceptInvitation(token, one)));
      expect([...both].sort()).toEqual(["done", "gone"]);
      const winner = people[both.indexOf("done")] as { id: string; name: string };
      expect(await teacher(await asks(winner, {}))).toMatchObject({ id: winner.id });
      expect(await findInvitation(token)).toBeNull();
      expect(await grantedBy(winner.id)).toBe(rivera.id);
    });

    it("does nothing for a guest or somebody with a PIN only, and stays good", async () => {
      const { token } = await invite();
      const { classroom } = await openClass();
      const student = await joined(classroom, "Ana");
      expect(await acceptInvitation(token, await goesBy(student.id))).toBe("no account");
      expect(await findInvitation(token)).not.toBeNull();
    });

    it("is over after 14 days", async () => {
      const { token } = await invite();
      await db().execute(
        sql`update invitations set expires_at = expires_at - interval '14 days 1 second' where used_at is null`,
      );
      const { id } = await made(signUp(null, account()));
      expect(await acceptInvitation(token, await goesBy(id))).toBe("gone");
    });

    it("is made by teachers and the host, and nobody else", async () => {
      const plain = await made(signUp(null, account()));
      expect(await refusal(inviter(await asks({ ...plain, name: "" }, {})))).toBe(404);
      const hosted = await makePerson("Host");
      await db().update(people).set({ hostSince: sql`now()` }).where(eq(people.id, hosted.id));
      expect(await inviter(await asks(hosted, {}))).toMatchObject({ id: hosted.id, host: true });
    });
  });
});

async function grantedBy(id: string): Promise<string | null | undefined> {
  const [found] = await db().select({ by: people.mayTeachBy }).from(people).where(eq(people.id, id));
  return found?.by;
}
