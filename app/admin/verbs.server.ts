import { randomBytes } from "node:crypto";
import path from "node:path";
import { makeBackup, secretMark } from "~/backup/make.server";
import { readBackup } from "~/backup/read.server";
import { restoreBackup } from "~/backup/restore.server";
import { store } from "~/db.server";
import { findAccount, setPassword } from "~/models/account.server";
import { grantTeaching } from "~/models/person.server";

/** What the one who runs Keyhole can ask for in the shell. */
export type Verb = {
  usage: string;
  /** Where it runs: in the server that has the store open, too; with the store to itself; without any. */
  where: "anywhere" | "alone" | "nowhere";
  /**
   * @param args what stands behind the verb
   * @param folder from where files are named
   * @returns what to say
   * @throws Error in plain words when it was not done
   */
  run(args: string[], folder: string): Promise<string>;
};

/** Why something was not done, in words. Those of the database quote what was in the statement, so of these only its code. */
export function whyNot(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const { code } = (cause.cause ?? cause) as { code?: string };
  return "params" in cause
    ? `The database did not do it (${code ?? "no code"}). Nothing was changed by it.`
    : cause.message;
}

export const verbs: Record<string, Verb> = {
  teacher: {
    usage: "teacher <login>                       lets an account make classes and see keys",
    where: "anywhere",
    async run([login = ""]) {
      const { id, name } = await account(login);
      await store().db.transaction((tx) => grantTeaching(id, null, tx));
      return `${name} may teach now.`;
    },
  },
  password: {
    usage: "password <login>                      gives an account a new password, printed once",
    where: "anywhere",
    async run([login = ""]) {
      const { id, name } = await account(login);
      const password = randomBytes(12).toString("base64url");
      await setPassword(id, login, password, null);
      return `${name} signs in with the password ${password} now. It is shown only here.`;
    },
  },
  backup: {
    usage: "backup [file] [--course-only]         writes all of it, or the course without people, into one file",
    where: "anywhere",
    async run(args, folder) {
      const { files, options } = split(args, ["--course-only"]);
      const holds = options.length > 0 ? "course" : "everything";
      const file = path.resolve(folder, files[0] ?? `keyhole-${holds === "course" ? "course-" : ""}${now()}.jsonl.gz`);
      const made = await makeBackup(store().db, file, holds);
      const sizes = `${counted(made.rows)} rows of ${made.tables} tables, ${counted(Math.ceil(made.bytes / 1024))} kB`;
      return holds === "course"
        ? `Written: ${file}\n${sizes}. Nobody stands in it, but the keys of the questions do.`
        : `Written: ${file}\n${sizes}. It holds everybody's names and work: keep it as you keep the class register.\nSESSION_SECRET is not in it, and without it no PIN and no link of the backup can be used. Keep a copy of it somewhere else.`;
    },
  },
  "check-backup": {
    usage: "check-backup <file>                   reads a backup through, without a database",
    where: "nowhere",
    async run(args, folder) {
      const { files } = split(args, []);
      const { head, manifest } = await readBackup(needed(folder, files[0]));
      const rows = Object.values(manifest).reduce((total, sum) => total + sum.rows, 0);
      return `This backup is whole: ${counted(rows)} rows of ${Object.keys(manifest).length} tables, made ${head.made}${head.holds === "course" ? ", the course without people" : ""}.`;
    },
  },
  restore: {
    usage:
      "restore <file> [--replace]            puts a backup into an empty database, or in the place of what is there",
    where: "alone",
    async run(args, folder) {
      const { files, options } = split(args, ["--replace"]);
      const file = needed(folder, files[0]);
      await store().prepare(async () => {});
      const { head, rows, tables, forwards } = await restoreBackup(store().db, file, options.length > 0);
      return [
        `Restored and read again: ${counted(rows)} rows of ${tables} tables, as they stood ${head.made}.`,
        ...(forwards > 0 ? ["It came from an older Keyhole, and was brought up to this one."] : []),
        ...(head.holds === "everything" ? ["Everybody who can sign in has to sign in again."] : []),
        ...(head.holds === "everything" && head.secret && secretMark() && head.secret !== secretMark()
          ? ["SESSION_SECRET is not that of the backup: its PINs and links do not work here. Start with the old one."]
          : []),
      ].join("\n");
    },
  },
};

/** How to ask, a line a verb. */
export const usageOf = (known: Record<string, Verb>) =>
  Object.values(known)
    .map((verb) => `  npm run admin -- ${verb.usage}`)
    .join("\n");

/** @throws Error in plain words when nobody signs in with it */
async function account(login: string): Promise<{ id: string; name: string }> {
  if (!login) throw new Error(`Say whose login.\n${usageOf(verbs)}`);
  const found = await findAccount(login);
  if (!found) throw new Error(`No account has the login ${login}.`);
  return found;
}

function split(args: string[], known: string[]): { files: string[]; options: string[] } {
  const [options, files] = [args.filter((one) => one.startsWith("-")), args.filter((one) => !one.startsWith("-"))];
  if (files.length > 1 || options.some((one) => !known.includes(one))) throw new Error(`Say it so:\n${usageOf(verbs)}`);
  return { files, options };
}

function needed(folder: string, file: string | undefined): string {
  if (!file) throw new Error(`Say which file.\n${usageOf(verbs)}`);
  return path.resolve(folder, file);
}

const counted = (number: number) => number.toLocaleString("en");

/** In UTC and without colons, which some disks do not take. */
const now = () => new Date().toISOString().slice(0, 16).replace(":", "");
