import { randomBytes } from "node:crypto";
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import type { Person } from "~/access/rights";
import type { Reply } from "~/components/form";
import { findOpenClass, isMember, type OpenClass } from "~/models/enrolment.server";
import { tidyCode } from "~/models/join-code";
import { hasPassword } from "~/models/person.server";
import { isWait } from "~/models/throttle.server";
import { type JoinWay, joinWay } from "../join-way.server";
import { codeTrouble } from "./code-words";
import { addressOf } from "./enter.server";
import { waitWords } from "./parse-form.server";

type Args = Pick<LoaderFunctionArgs, "request" | "params" | "context">;

/** A PIN as it is shown once, with the way back to the class. */
export type ShownPin = { name: string; pin: string } & JoinWay;

/** What the page of one class's code shows. A closed code and one that never was give the same 404. */
export async function joinPage(args: Args, visitor: Person | null) {
  const classroom = await openClass(args);
  if ("refused" in classroom) return data({ visitor, classroom: null, refused: classroom.refused }, classroom.init);
  const member = visitor !== null && (await isMember(visitor, classroom.id));
  const account = visitor !== null && (await hasPassword(visitor.id));
  return data({ visitor, classroom, member, account, once: randomBytes(16).toString("base64url") });
}

/** The class of the code in the address, or the code form's refusal. */
export async function openClass(args: Args): Promise<OpenClass | { refused: Reply; init: ResponseInit }> {
  const code = tidyCode(args.params.code ?? "");
  const found = await findOpenClass(code, addressOf(args));
  if (isWait(found))
    return {
      refused: { typed: { code }, errors: { "": [waitWords(found.waitSeconds)] } },
      init: { status: 429, headers: { "Retry-After": String(found.waitSeconds) } },
    };
  return found ?? { refused: { typed: { code }, errors: { code: [codeTrouble(code)] } }, init: { status: 404 } };
}

/** What the answer to a successful join shows. */
export function shownPin(request: Request, classroom: OpenClass, name: string, pin: string): ShownPin {
  return { name, pin, ...joinWay(request, classroom.code) };
}
