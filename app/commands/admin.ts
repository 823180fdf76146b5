/*
 * npm run admin -- teacher <login>     lets an account make classes and see keys
 * npm run admin -- password <login>    gives an account a new password, printed once
 * npm run admin -- export <login> [folder]
 *                                      writes all that is stored about a person into two files, for them
 * npm run admin -- delete <login>      deletes a person, after it was said what goes and the name was typed
 * npm run admin -- retention           removes what is past its time now, as the server does once a day
 * A student without an account goes by the number that the host's page of people tells. On the embedded store the server
 * must be stopped: its lock refuses a second process.
 */
import { randomBytes } from "node:crypto";
import { isId } from "~/access/visitor.server";
import { db, openStore, setStore } from "~/db.server";
import { readEnvironment } from "~/environment.server";
import { findAccount, setPassword } from "~/models/account.server";
import { findById, grantTeaching } from "~/models/person.server";
import { deletePerson, expireNow, exportPerson } from "./person-verbs";

const verbs: Record<string, (account: { id: string; name: string }, login: string) => Promise<string>> = {
  async teacher({ id, name }) {
    await db().transaction((tx) => grantTeaching(id, null, tx));
    return `${name} may teach now.`;
  },
  async password({ id, name }, login) {
    const password = randomBytes(12).toString("base64url");
    await setPassword(id, login, password, null);
    return `${name} signs in with the password ${password} now. It is shown only here.`;
  },
  delete: deletePerson,
  export: (account) => exportPerson(account, process.argv[4] ?? "."),
};

process.exitCode = await run(process.argv[2] ?? "", process.argv[3] ?? "");

async function run(name: string, login: string): Promise<number> {
  const verb = verbs[name];
  if (name !== "retention" && (!verb || !login)) {
    console.error(
      `Say which: npm run admin -- ${Object.keys(verbs).join("|")} <login>, or npm run admin -- retention.`,
    );
    return 1;
  }
  const store = await openStore(readEnvironment({ ...process.env, NODE_ENV: "development" })).catch((error: Error) => {
    console.error(error.message);
    return null;
  });
  if (!store) return 1;
  setStore(store);
  try {
    if (!verb) {
      console.log(await expireNow());
      return 0;
    }
    const account = isId(login) && name !== "password" ? await findById(login) : await findAccount(login);
    console.log(account ? await verb(account, login) : `No account has the login ${login}.`);
    return account ? 0 : 1;
  } finally {
    await store.close();
  }
}
