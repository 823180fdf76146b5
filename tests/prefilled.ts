import { openStore, setStore } from "~/db.server";
import { type Keyhole, startKeyhole } from "./keyhole";
import { type Engine, freshDatabase } from "./stores";

/** A running Keyhole on a database that `fill` has filled first, through the models, before the server opened it. */
export async function startPrefilled(engine: Engine, fill: () => Promise<void>): Promise<Keyhole> {
  const database = await freshDatabase(engine);
  const store = await openStore(database);
  setStore(store);
  await store.prepare(fill);
  await store.close();
  return startKeyhole(
    engine,
    Object.fromEntries(Object.entries(database).map(([name, value]) => [name, String(value)])),
  );
}
