import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { describe, expect, it } from "vitest";
import { CourseSeen } from "~/strangers/course-seen.server";
import { KeptPages } from "~/strangers/kept.server";

/** An answer that was sent with these heads. */
function sent(heads: Record<string, string> = {}, status = 200): ServerResponse {
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  response.statusCode = status;
  for (const [name, value] of Object.entries({ "Content-Type": "text/html; charset=utf-8", ...heads }))
    response.setHeader(name, value);
  return response;
}

describe("pages that are kept", () => {
  it("are as many as fit: what was asked for longest ago goes first", () => {
    const pages = new KeptPages(50_000);
    const keep = (key: string, bytes = 10_000) => pages.keep(key, sent(), Buffer.alloc(bytes));
    for (const key of ["one", "two", "three", "four"]) keep(key);
    pages.get("one");
    keep("five");
    const kept = () => ["one", "two", "three", "four", "five"].filter((key) => pages.get(key));
    expect(kept()).toEqual(["one", "three", "four", "five"]);
    for (let time = 0; time < 10; time++) keep("five");
    expect(kept()).toEqual(["one", "three", "four", "five"]);
    keep("more than fits", 60_000);
    expect([pages.get("more than fits"), kept()]).toEqual([undefined, []]);
    keep("one");
    pages.clear();
    for (const key of ["one", "two", "three", "four"]) keep(key);
    expect(kept()).toEqual(["one", "two", "three", "four"]);
  });

  it("are whole pages, and set no cookie", () => {
    const pages = new KeptPages(50_000);
    for (const [key, response] of Object.entries({
      page: sent(),
      cookie: sent({ "Set-Cookie": "session=somebody" }),
      file: sent({ "Content-Type": "text/csv" }),
      missing: sent({}, 404),
      moved: sent({ Location: "/" }, 301),
      away: sent({}, 503),
    }))
      pages.keep(key, response, Buffer.alloc(100));
    expect(["page", "cookie", "file", "missing", "moved", "away"].filter((key) => pages.get(key))).toEqual(["page"]);
  });
});

describe("the course that is stored", () => {
  it("is looked at again after ten seconds, once for all who wait; another one is told of, and a silence is none", async () => {
    let [time, stored, asked, told] = [0, "first" as string | null, 0, 0];
    const ask = async () => {
      asked++;
      if (stored === null) throw new Error("away");
      return stored;
    };
    const course = new CourseSeen(
      () => told++,
      ask,
      () => time,
    );
    const look = async () => {
      await Promise.all([course.look(), course.look()]);
      return [course.seen, asked, told];
    };
    expect(course.seen).toBeNull();
    stored = null;
    expect(await look()).toEqual([null, 1, 0]);
    stored = "first";
    expect(await look()).toEqual(["first", 2, 1]);
    stored = "second";
    time = 9999;
    expect(await look()).toEqual(["first", 2, 1]);
    time = 10_000;
    expect(await look()).toEqual(["second", 3, 2]);
    stored = null;
    time = 20_000;
    expect(await look()).toEqual(["second", 4, 2]);
    stored = "second";
    time = 30_000;
    expect(await look()).toEqual(["second", 5, 2]);
  });
});
