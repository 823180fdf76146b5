import fs from "node:fs";
import path from "node:path";
import readline from "node:readline/promises";
import type { SignedIn } from "~/access/rights";
import { isId } from "~/access/visitor.server";
import type { Verb } from "~/admin/verbs.server";
import { db } from "~/db.server";
import { findAccount } from "~/models/account.server";
import { note } from "~/models/audit.server";
import { tidyName } from "~/models/name";
import { findById } from "~/models/person.server";
import { expire } from "~/models/retention.server";
import { erase } from "~/models/stored/erasure.server";
import { type Hindrance, planErasure } from "~/models/stored/erasure-plan.server";
import { goesWords, hindranceWords, staysWords } from "~/models/stored/erasure-words";
import { exportFiles } from "~/routes/privacy/export-file.server";

/** Verbs that ask back or write files where they are called, so no server does them for the shell. */
export const personVerbs: Record<string, Verb> = {
  export: {
    usage: "export <login> [folder]               writes all that is stored about a person into two files, for them",
    where: "alone",
    run: async ([login, into = "."], folder) => exportPerson(await whoIs(login), path.resolve(folder, into)),
  },
  delete: {
    usage: "delete <login>                        deletes a person, after it was said what goes and the name was typed",
    where: "alone",
    run: async ([login]) => deletePerson(await whoIs(login)),
  },
  retention: {
    usage: "retention                             removes what is past its time now, as the server does once a day",
    where: "alone",
    run: expireNow,
  },
};

type Account = { id: string; name: string };

/** A student without an account goes by the number that the host's page of people tells. */
async function whoIs(login = ""): Promise<Account> {
  const found = isId(login) ? await findById(login) : login && (await findAccount(login));
  if (!found) throw new Error(login ? `No account has the login ${login}.` : "Say whose login.");
  return found;
}

async function deletePerson({ id }: Account): Promise<string> {
  const plan = await planErasure("machine", id);
  if (!plan) return "That person is deleted already.";
  const list = (lines: string[]) => lines.map((line) => `  - ${line}`).join("\n");
  console.log(`What goes, for good:\n${list(goesWords(plan))}\nWhat stays, under no name:\n${list(staysWords(plan))}`);
  if (plan.hindrance) return `${hindranceWords(plan.hindrance)} Nothing was deleted.`;
  const asking = readline.createInterface({ input: process.stdin, output: process.stdout });
  const typed = await asking.question(`Type the name to delete ${plan.name}: `).finally(() => asking.close());
  if (tidyName(typed) !== tidyName(plan.name)) return "That is not the name. Nothing was deleted.";
  const outcome = await erase(id, null);
  return typeof outcome === "string" ? "Deleted." : hindranceWords(outcome as Hindrance);
}

/** Somebody who cannot sign in may ask for it too. */
async function exportPerson({ id, name }: Account, folder: string): Promise<string> {
  const them = { id, name, mayTeach: true, host: false, guest: false, sample: null, device: false };
  const { day, json, html } = await exportFiles(them as unknown as SignedIn);
  await note(db(), { by: null, act: "file for them", whom: id });
  const files = ["json", "html"].map((kind) => path.join(folder, `keyhole-${day}-${id.slice(-6)}.${kind}`));
  for (const [index, text] of [json(), await html()].entries())
    fs.writeFileSync(files[index] as string, text, { mode: 0o600 });
  return `Written, readable by you alone: ${files.join(" and ")}. Give them to the person, then remove them here.`;
}

async function expireNow(): Promise<string> {
  const gone = Object.entries(await expire()).filter(([, count]) => count > 0);
  return gone.length > 0
    ? `Removed: ${gone.map(([what, count]) => `${count} ${what}`).join(", ")}.`
    : "Nothing is past its time.";
}
