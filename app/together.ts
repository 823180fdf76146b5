/** One call that waits for its turn, and who waits for its answer. */
type Waiting<Call, Result> = { call: Call; done(result: Result): void; failed(cause: unknown): void };

/**
 * Calls that come while others are on their way go together once these are back: the busier it is, the more of them share one
 * statement and one commit. One that comes when nobody is on the way waits for nobody.
 * @param many answers several calls, each at its place; undefined for one that it cannot answer without making others wait
 * @param one answers a call by itself: that `many` gave no answer, or that was among some of which one made all fail
 * @param name no two calls of one name go together; without it all may
 * @returns answers one call. It throws what `one` throws.
 */
export function together<Call, Result>(
  many: (calls: Call[]) => Promise<(Result | undefined)[]>,
  one: (call: Call) => Promise<Result>,
  name: (call: Call) => unknown = () => Symbol(),
): (call: Call) => Promise<Result> {
  const waiting: Waiting<Call, Result>[] = [];
  let lanes = 0;

  async function leave(calls: Waiting<Call, Result>[]): Promise<void> {
    lanes++;
    const results = await many(calls.map(({ call }) => call)).catch(() => []);
    lanes--;
    for (const [place, { call, done, failed }] of calls.entries()) {
      const result = results[place];
      if (result === undefined) one(call).then(done, failed);
      else done(result);
    }
    // After those that go by themselves: one that came later must not be there before them.
    next();
  }

  function next(): void {
    if (lanes >= most.lanes || waiting.length === 0) return;
    const names = new Set<unknown>();
    const [going, staying] = [[] as typeof waiting, [] as typeof waiting];
    for (const each of waiting.splice(0)) {
      const called = name(each.call);
      (going.length < most.calls && !names.has(called) ? going : staying).push(each);
      names.add(called);
    }
    waiting.push(...staying);
    void leave(going);
  }

  return (call) =>
    new Promise((done, failed) => {
      waiting.push({ call, done, failed });
      next();
    });
}

/** More lanes let fewer calls share one; with one lane a line that is slow or lost would hold up everybody. */
const most = { lanes: 2, calls: 50 };
