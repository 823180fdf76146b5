/* Applies the migrations to the database of the environment. A start does it too. */
import { openStore } from "~/db.server";
import { readEnvironment } from "~/environment.server";

const store = await openStore(readEnvironment({ ...process.env, NODE_ENV: "development" }));
await store.prepare(async () => {});
await store.close();
console.log("The database is up to date.");
