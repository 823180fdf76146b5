import lighthouse from "lighthouse";
import type { Keyhole } from "../keyhole";
import { attemptOn, play, quizzes, solution, startAsGuest } from "../playing";
import { freePort } from "../postgres";
import { openChromium } from "./chromium";

export type Category = "performance" | "accessibility" | "best-practices" | "seo";
/** 0 to 100 by category, and what takes something off: the ids of audits. */
export type Judged = { scores: Partial<Record<Category, number>>; faults: string[] };
/** A page, and as whom it is asked for. */
export type Place = { name: string; address: string; cookie: string };

/** The kinds of pages that students meet: of a guest who is in the middle of one quiz and has handed in another. */
export async function places(keyhole: Pick<Keyhole, "origin">): Promise<Place[]> {
  const [played, begun] = quizzes;
  const guest = await startAsGuest(keyhole, played?.slug);
  await play(guest, solution, played);
  const review = attemptOn(guest);
  await guest.get(`/quizzes/${begun?.slug}`);
  await guest.submit("Start");
  const of = (name: string, address: string, cookie = "") => ({ name, address: keyhole.origin + address, cookie });
  return [
    of("home", "/"),
    of("lesson", "/lessons/in-transit-and-at-rest/where-the-padlock-ends"),
    of("lab", "/lab"),
    of("quiz", attemptOn(guest), guest.cookie),
    of("review", `${review}/review`, guest.cookie),
  ];
}

/** A Lighthouse with a browser of its own; it judges as it does by itself: a phone on a slow line, cold, throttled by reckoning. */
export async function openLighthouse(): Promise<{
  judge(place: Place, categories: Category[]): Promise<Judged>;
  close(): Promise<void>;
}> {
  const port = await freePort();
  const browser = await openChromium([`--remote-debugging-port=${port}`]);
  return {
    close: () => browser.close(),
    async judge({ name, address, cookie }, onlyCategories) {
      const extraHeaders = cookie ? { Cookie: cookie } : undefined;
      const result = await lighthouse(address, { port, onlyCategories, extraHeaders, logLevel: "error" });
      if (!result || result.lhr.runtimeError) throw new Error(`${name}: ${result?.lhr.runtimeError?.message}`);
      const { categories, audits } = result.lhr;
      const scores = onlyCategories.map((one) => [one, Math.round((categories[one]?.score ?? 0) * 100)]);
      const weighty = onlyCategories.flatMap(
        (one) => categories[one]?.auditRefs.filter(({ weight }) => weight > 0) ?? [],
      );
      const faults = weighty.flatMap(({ id }) => {
        const { score, displayValue } = audits[id] ?? {};
        return typeof score === "number" && score < 1 ? [`${id} ${score} ${displayValue ?? ""}`.trim()] : [];
      });
      return { scores: Object.fromEntries(scores), faults };
    },
  };
}
