import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { throttles } from "#drizzle/schema";
import { anyone, person } from "~/access/visitor.server";
import { db } from "~/db.server";
import type { signUp } from "~/models/account.server";
import { joinCode } from "~/models/classroom.server";
import { findOpenClass, join, type OpenClass } from "~/models/enrolment.server";
import { asks, makeClass } from "./teaching";

export const secret = "three words make this";
export const login = () => `ana-${uuidv7()}`;

/** What somebody types to make an account. */
export const account = (more: Partial<Parameters<typeof signUp>[1]> = {}) => ({
  name: "Ana",
  login: login(),
  password: secret,
  teach: false,
  ...more,
});

/** Whom a public page and a page for signed-in people see in this person's browser. */
export const seen = async (id: string) => anyone(await asks({ id, name: "" }, {}));
export const goesBy = async (id: string) => person(await asks({ id, name: "" }, {}));

/** A sign-up that went well. */
export const made = async (result: ReturnType<typeof signUp>) => result as Promise<{ id: string; first: boolean }>;

/** Lets every wait be over that somebody is in now; that there was one is not forgotten. */
export const overWait = () =>
  db().update(throttles).set({ expire: 1 }).where(sql`${throttles.key} ~ '^(near|far|known):'`);

/** A class with its open code, as somebody who types the code gets it. */
export async function openClass() {
  const { rivera, klass } = await makeClass();
  const classroom = (await findOpenClass((await joinCode(klass)) ?? "")) as OpenClass;
  return { rivera, klass, classroom };
}

export async function joined(classroom: OpenClass, name: string) {
  return (await join(classroom, null, { name, once: "" })) as { id: string; pin: string };
}
