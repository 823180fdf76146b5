import lighthouse from "lighthouse";
import type { Keyhole } from "../keyhole";
import { freePort } from "../postgres";
import { Visitor } from "../visitor";
import { openChromium } from "./chromium";

export type Category = "performance" | "accessibility" | "best-practices" | "seo";
/** 0 to 100 by category, and what takes something off: the ids of audits. */
export type Judged = { scores: Partial<Record<Category, number>>; faults: string[] };
/** A page, and as whom it is asked for. */
export type Place = { name: string; address: string; cookie: string };

/** The kinds of pages that students meet: of a guest who is in the middle of one quiz and has handed in another. */
export async function places(keyhole: Pick<Keyhole, "origin">): Promise<Place[]> {
  const guest = new Visitor(keyhole);
  const handed = await begin(guest, "in-transit-and-at-rest");
  const lines = [...guest.page.document.querySelectorAll<HTMLInputElement>("[data-slot] input[type=radio]")];
  await guest.submit(/^Next/, Object.fromEntries(lines.map((line) => [line.name, line.value])));
  await guest.get(`${handed}/summary`);
  await guest.submit("Hand in");
  const begun = await begin(guest, "capstone");
  const of = (name: string, address: string, cookie = "") => ({ name, address: keyhole.origin + address, cookie });
  return [
    of("home", "/"),
    of("lesson", "/lessons/in-transit-and-at-rest/where-the-padlock-ends"),
    of("lab", "/lab"),
    of("quiz", begun, guest.cookie),
    of("review", `${handed}/review`, guest.cookie),
  ];
}

/** The cookies of a place as a browser takes them. */
export const cookiesOf = (cookie: string, url: string) =>
  cookie
    .split("; ")
    .filter(Boolean)
    .map((one) => ({ name: one.split("=")[0] as string, value: one.replace(/^[^=]*=/, ""), url }));

/** Starts to practise a quiz. @returns the path of the attempt */
async function begin(guest: Visitor, quiz: string): Promise<string> {
  await guest.get(`/quizzes/${quiz}`);
  await guest.submit("Start");
  return new URL(guest.page.url).pathname.split("/").slice(0, 3).join("/");
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
