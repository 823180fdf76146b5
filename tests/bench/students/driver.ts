/* The students, in a process of their own, so that what they cost can be told from what is measured. */
import { performance } from "node:perf_hooks";
import { attemptAt, expectStatus, form, handIn, newClient, save } from "./attempt";
import { Crowd } from "./crowd";
import type { Line } from "./line";
import type { Done, Order } from "./orders";

const crowd = new Crowd();
process.on("message", async (order: Order) => {
  const done: Done = {
    ...{ ms: [], firstMs: [], tookMs: 0, attempts: 0, requests: 0, errors: [], kept: [], open: [] },
    ...{ handedIn: [], cpuMs: 0 },
  };
  const cpu = process.cpuUsage();
  const began = performance.now();
  await follow(order, done).catch((cause) => done.errors.push(String(cause)));
  done.tookMs ||= performance.now() - began;
  const used = process.cpuUsage(cpu);
  done.cpuMs = (used.user + used.system) / 1000;
  process.send?.(done);
});
process.send?.({ origin: "" });

async function follow(order: Order, done: Done): Promise<void> {
  const lineOf = (cookie: string) => crowd.lineOf(order.origin, cookie);
  /** Writes down how long a step took, or what went wrong with it. */
  const step = async (act: () => Promise<number>) => {
    done.requests++;
    await act().then(
      (ms) => done.ms.push(ms),
      (cause) => done.errors.push(String(cause)),
    );
  };
  const look = (line: Line, path: string) =>
    step(async () => {
      const answer = await line.get(path);
      expectStatus(200, answer, path);
      return answer.ms;
    });
  switch (order.what) {
    case "answers":
      crowd.answers = order.answers;
      return;
    case "saves": {
      const { open, atOnce, floor } = order;
      const end = performance.now() + order.forMs;
      await together(Array.from({ length: atOnce }), async (_, place) => {
        for (let turn = place; performance.now() < end; turn += atOnce) {
          const { attempt, cookie } = open[turn % open.length] as (typeof open)[number];
          const client = newClient();
          for (let slot = 1; slot <= crowd.answers.length && performance.now() < end; slot++)
            await step(() => save(lineOf(cookie), attempt, client, [slot], { answers: crowd.answers, done, floor }));
        }
      });
      return;
    }
    case "attempts":
      return crowd.goThrough(order.origin, order.pupils, order.goes, done);
    case "thinking":
      return crowd.think(order, done);
    case "look":
      await together(Array.from({ length: order.atOnce }), async (_, place) => {
        const line = crowd.lineOf(order.origin, order.cookie, place);
        for (let time = place; time < order.times; time += order.atOnce) await look(line, order.path);
      });
      return;
    case "start":
      await together(order.pupils, ({ tasks: [task = ""], cookie }) =>
        step(async () => {
          const started = await lineOf(cookie).post(task, "", form);
          const attempt = attemptAt(expectStatus(302, started, "a start"));
          done.open.push({ attempt, cookie });
          done.firstMs.push(started.ms);
          const page = await lineOf(cookie).get(`/attempts/${attempt}`);
          expectStatus(200, page, "the first page");
          return started.ms + page.ms;
        }),
      );
      return;
    case "hand in":
      await together(order.open, ({ attempt, cookie }) =>
        step(async () => {
          const handed = await handIn(lineOf(cookie), attempt, done);
          done.firstMs.push(handed.ms);
          const page = await lineOf(cookie).get(`/attempts/${attempt}/review`);
          expectStatus(200, page, "the review");
          return handed.ms + page.ms;
        }),
      );
  }
}

const together = <One>(all: One[], act: (one: One, place: number) => Promise<unknown>) => Promise.all(all.map(act));
