import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { describe, expect, it } from "vitest";
import { labPredictions, people } from "#drizzle/schema";
import { db } from "~/db.server";
import { hitsOf, type Learns, learns, type ObserverId, type Settings, settingsOf } from "~/lab/model";
import { moveGuestWork } from "~/models/guest.server";
import { keepPrediction, newestPrediction, predictionsOf } from "~/models/lab-prediction.server";
import { classPredictions, predictedBy } from "~/models/lab-report.server";
import { listMerges, merge } from "~/models/merge.server";
import { takeApart } from "~/models/merge-undo.server";
import { remove } from "~/models/roster.server";
import { engines, withStore } from "../stores";
import { makeClass, makeStudent, type Someone } from "./teaching";

const P2 = settingsOf("T1I0D0E0W0") as Settings;
const P4 = settingsOf("T1I1D1E1W1") as Settings;
type Grid = Record<ObserverId, Learns>;
/** Everything right, but for these. */
const grid = (settings: Settings, wrong: Partial<Grid> = {}): Grid => ({ ...learns(settings), ...wrong });
const predict = (
  who: { id: string },
  settings: Settings,
  predicted: Grid,
  more: { hinted?: boolean; once?: string } = {},
) =>
  keepPrediction(
    who,
    { settings, predicted, hinted: more.hinted ?? false, place: null, investigation: null },
    more.once,
  );

describe.each(engines)("predictions in the lab on %s", (engine) => {
  withStore(engine);

  const makeGuest = async (): Promise<Someone> => {
    const guest = { id: uuidv7(), name: "Guest" };
    await db().insert(people).values(guest);
    return guest;
  };
  const owned = (who: { id: string }) => db().$count(labPredictions, eq(labPredictions.personId, who.id));

  it("are kept beside the earlier ones, with how many were right; the same form sent twice is kept once", async () => {
    const ana = await makeGuest();
    expect(await newestPrediction(ana, P2)).toBeNull();
    const once = uuidv7();
    const first = grid(P2, { O1_wifi: "content", O5_provider: "metadata" });
    await predict(ana, P2, first, { once, hinted: true });
    await predict(ana, P2, first, { once, hinted: true });
    expect(await owned(ana)).toBe(1);
    expect(await newestPrediction(ana, P2)).toMatchObject({ predicted: first, hits: 5, hinted: true });
    await predict(ana, P2, grid(P2), { once });
    await predict(ana, P4, grid(P4, { O6_demand: "content" }));
    expect(await newestPrediction(ana, P2)).toMatchObject({ hits: 7, hinted: false });
    expect(await predictionsOf(ana)).toMatchObject([
      { code: "T1I1D1E1W1", times: 1, first: { hits: 6 }, newest: { hits: 6 } },
      { code: "T1I0D0E0W0", times: 2, first: { hits: 5 }, newest: { hits: 7 } },
    ]);
    expect(await predictionsOf(null)).toEqual([]);
    expect(await newestPrediction(await makeGuest(), P2)).toBeNull();
  });

  it("are counted for the class by observer, first and newest of each student, and of nobody else", async () => {
    const { klass } = await makeClass();
    const [ana, ben, cleo] = [
      await makeStudent(klass, "Ana"),
      await makeStudent(klass, "Ben"),
      await makeStudent(klass, "Cleo"),
    ];
    await predict(ana, P2, grid(P2, { O1_wifi: "content" }));
    await predict(ana, P2, grid(P2, { O1_wifi: "nothing" }));
    await predict(ana, P2, grid(P2));
    await predict(ben, P2, grid(P2, { O1_wifi: "content" }));
    await predict(cleo, P2, grid(P2, { O1_wifi: "content" }));
    await predict(await makeGuest(), P2, grid(P2));
    await remove(klass, cleo.id);
    const [report, ...others] = await classPredictions(klass);
    expect(others).toEqual([]);
    expect(report).toMatchObject({ code: "T1I0D0E0W0", students: 2, again: 1, few: true });
    expect(report?.observers[0]).toEqual({
      id: "O1_wifi",
      learned: "metadata",
      first: 0,
      newest: 1,
      firstOfAgain: 0,
      mistake: { said: "content", students: 2 },
    });
    expect(report?.observers[6]).toMatchObject({ first: 2, newest: 1, firstOfAgain: 1, mistake: null });
    expect(await predictedBy(klass, P2, "T1I0D0E0W0")).toMatchObject([
      { name: "Ana", times: 3, first: 6, newest: 7, wrong: [] },
      { name: "Ben", times: 1, first: 6, newest: 6, wrong: ["O1_wifi"] },
    ]);
    expect((await classPredictions((await makeClass()).klass)).length).toBe(0);
  });

  it("go with a guest who signs in, and with a record that is merged, and come back when it is taken apart", async () => {
    const { klass } = await makeClass();
    const [ana, twin, guest] = [await makeStudent(klass, "Ana"), await makeStudent(klass, "Anna"), await makeGuest()];
    await predict(guest, P2, grid(P2));
    expect(await moveGuestWork(guest, twin.id)).toBe(true);
    expect([await owned(guest), await owned(twin)]).toEqual([0, 1]);
    expect(await merge(klass, { kept: ana.id, gone: twin.id })).toBe("done");
    expect([await owned(ana), await owned(twin)]).toEqual([1, 0]);
    await predict(ana, P4, grid(P4));
    expect(await takeApart(klass, (await listMerges(klass))[0]?.id ?? "")).toBe("done");
    expect([await owned(ana), await owned(twin)]).toEqual([1, 1]);
    expect(hitsOf(P2, (await newestPrediction(twin, P2))?.predicted as Grid)).toBe(7);
  });
});
