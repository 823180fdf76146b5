import type { LoaderFunctionArgs } from "@remix-run/node";
import { describe, expect, it } from "vitest";
import { download } from "~/routes/download.server";

/** Pieces without end, which say how many were made and whether they were let go. */
function endless() {
  const story = { made: 0, ended: false };
  async function* pieces() {
    try {
      for (;;) yield `piece ${++story.made}\n`;
    } finally {
      story.ended = true;
    }
  }
  return { story, pieces: pieces() };
}

const args = (request: Request, taken?: () => Promise<void>) =>
  ({ request, context: { taken }, params: {} }) as unknown as LoaderFunctionArgs;
const address = "http://keyhole.test/";

describe("a file that is sent piece by piece", () => {
  it("is made no further than its reader has read", async () => {
    const { story, pieces } = endless();
    const reader = download(args(new Request(address)), "a.csv", pieces).body?.getReader();
    expect(story.made).toBe(0);
    await reader?.read();
    await reader?.read();
    expect(story.made).toBe(2);
    await reader?.cancel();
    expect(story.ended).toBe(true);
  });

  it("waits while the line has not taken the last piece", async () => {
    const { story, pieces } = endless();
    let open = () => {};
    const taken = () =>
      new Promise<void>((resolve) => {
        open = resolve;
      });
    const reading = download(args(new Request(address), taken), "a.csv", pieces)
      .body?.getReader()
      .read();
    await new Promise((resolve) => setImmediate(resolve));
    expect(story.made).toBe(0);
    open();
    await reading;
    expect(story.made).toBe(1);
  });

  it("ends when its reader has gone", async () => {
    const { story, pieces } = endless();
    const gone = new AbortController();
    const reader = download(args(new Request(address, { signal: gone.signal })), "a.csv", pieces).body?.getReader();
    await reader?.read();
    gone.abort();
    expect(await reader?.read()).toMatchObject({ done: true });
    expect(story).toEqual({ made: 1, ended: true });
  });

  it("has a name that every browser can write, and its own", () => {
    const { headers } = download(args(new Request(address)), "9ª B's gradebook.xlsx", endless().pieces);
    expect(headers.get("Content-Disposition")).toBe(
      "attachment; filename=\"9a-B-s-gradebook.xlsx\"; filename*=UTF-8''9%C2%AA%20B%27s%20gradebook.xlsx",
    );
    expect(headers.get("Content-Type")).toContain("spreadsheetml");
  });
});
