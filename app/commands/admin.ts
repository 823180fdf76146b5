/*
 * npm run admin -- <verb>: what the one who runs Keyhole can do from the shell. Without a verb it says which there are.
 * On the embedded store a server that runs does it; what needs the store for itself says that it must be stopped.
 */
import path from "node:path";
import { askServer } from "~/admin/socket.server";
import { usageOf, type Verb, verbs, whyNot } from "~/admin/verbs.server";
import { openStore, setStore } from "~/db.server";
import { readEnvironment } from "~/environment.server";
import { personVerbs } from "./person-verbs";

const known: Record<string, Verb> = { ...verbs, ...personVerbs };
const folder = process.cwd();
const [name = "", ...args] = process.argv.slice(2);
const verb = Object.hasOwn(known, name) ? known[name] : undefined;
try {
  if (!verb) throw new Error(`Say what to do:\n${usageOf(known)}`);
  console.log(await done(verb));
} catch (cause) {
  console.error(whyNot(cause));
  process.exitCode = 1;
}

async function done(verb: Verb): Promise<string> {
  if (verb.where === "nowhere") return verb.run(args, folder);
  const env = readEnvironment({ ...process.env, NODE_ENV: "development" });
  if (!env.DATABASE_URL) {
    const answer = await askServer(path.resolve(env.DATA_DIR, "pg"), { verb: name, args, folder });
    if (answer && "refused" in answer) throw new Error(answer.refused);
    if (answer) return answer.said;
  }
  // Long statements and settings of a transaction are for a connection of one's own, not for a pooler.
  const store = await openStore({
    ...env,
    DATABASE_URL: env.DATABASE_DIRECT_URL ?? env.DATABASE_URL,
    patient: true,
  });
  setStore(store);
  try {
    return await verb.run(args, folder);
  } finally {
    await store.close();
  }
}
