import fs from "node:fs";
import path from "node:path";
import readline from "node:readline/promises";
import type { SignedIn } from "~/access/rights";
import { db } from "~/db.server";
import { note } from "~/models/audit.server";
import { tidyName } from "~/models/name";
import { expire } from "~/models/retention.server";
import { erase } from "~/models/stored/erasure.server";
import { type Hindrance, planErasure } from "~/models/stored/erasure-plan.server";
import { goesWords, hindranceWords, staysWords } from "~/models/stored/erasure-words";
import { exportFiles } from "~/routes/privacy/export-file.server";

type Account = { id: string; name: string };

/** Deletes a person, once their name was typed. @returns what was done, in words */
export async function deletePerson({ id }: Account): Promise<string> {
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

/** Writes all that is stored about a person into two files of a folder, for them: who cannot sign in may ask for it too. */
export async function exportPerson({ id, name }: Account, folder: string): Promise<string> {
  const them = { id, name, mayTeach: true, host: false, guest: false, sample: null, device: false };
  const { day, json, html } = await exportFiles(them as unknown as SignedIn);
  await note(db(), { by: null, act: "file for them", whom: id });
  const files = ["json", "html"].map((kind) => path.join(folder, `keyhole-${day}-${id.slice(-6)}.${kind}`));
  for (const [index, text] of [json, html].entries()) fs.writeFileSync(files[index] as string, text, { mode: 0o600 });
  return `Written, readable by you alone: ${files.join(" and ")}. Give them to the person, then remove them here.`;
}

/** Removes what is past its time now. */
export async function expireNow(): Promise<string> {
  const gone = Object.entries(await expire()).filter(([, count]) => count > 0);
  return gone.length > 0
    ? `Removed: ${gone.map(([what, count]) => `${count} ${what}`).join(", ")}.`
    : "Nothing is past its time.";
}
