/*
 * npm run admin -- teacher <login>     lets an account make classes and see keys
 * npm run admin -- password <login>    gives an account a new password, printed once
 * On the embedded store the server must be stopped: its lock refuses a second process.
 */
import { randomBytes } from "node:crypto";
import { openStore, setStore } from "~/db.server";
import { readEnvironment } from "~/environment.server";
import { findAccount, setPassword } from "~/models/account.server";
import { grantTeaching } from "~/models/person.server";

const verbs: Record<string, (account: { id: string; name: string }, login: string) => Promise<string>> = {
  async teacher({ id, name }) {
    await grantTeaching(id, null);
    return `${name} may teach now.`;
  },
  async password({ id, name }, login) {
    const password = randomBytes(12).toString("base64url");
    await setPassword(id, login, password, null);
    return `${name} signs in with the password ${password} now. It is shown only here.`;
  },
};

process.exitCode = await run(process.argv[2] ?? "", process.argv[3] ?? "");

async function run(name: string, login: string): Promise<number> {
  const verb = verbs[name];
  if (!verb || !login) {
    console.error("Say which: npm run admin -- teacher <login>, or npm run admin -- password <login>.");
    return 1;
  }
  const store = await openStore(readEnvironment({ ...process.env, NODE_ENV: "development" })).catch((error: Error) => {
    console.error(error.message);
    return null;
  });
  if (!store) return 1;
  setStore(store);
  try {
    const account = await findAccount(login);
    console.log(account ? await verb(account, login) : `No account has the login ${login}.`);
    return account ? 0 : 1;
  } finally {
    await store.close();
  }
}
