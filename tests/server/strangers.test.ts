import http from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { lessons } from "../course";
import { startKeyhole } from "../keyhole";
import { withKeyhole } from "../running";
import { signUp } from "../school";

/** All that strangers get alike; a page that is drawn for them carries no tag, one that is kept does. */
const alike = [
  ...["/", "/lab", "/sources", "/sources/C1", "/timeline", "/pairs", "/glossary", "/privacy"],
  ...lessons.flatMap(({ slug, sections }) => [
    ...[`/lessons/${slug}`, `/lessons/${slug}/print`],
    ...sections.map((section) => `/lessons/${slug}/${section.slug}`),
  ]),
];
const lesson = alike.at(-1) as string;

type Asked = { status: number; heads: Record<string, unknown>; page: string; bytes: number };

/** As a browser without anything but these headers, each time on a line of its own. */
function ask(origin: string, path: string, headers: http.OutgoingHttpHeaders = {}, method = "GET"): Promise<Asked> {
  return new Promise((done, fail) => {
    const options = { method, headers: { "Accept-Encoding": "gzip, deflate, br, zstd", ...headers }, agent: false };
    http
      .request(origin + path, options, (response) => {
        const pieces: Buffer[] = [];
        response.on("data", (piece) => pieces.push(piece));
        response.on("end", () => {
          const { date: _, connection: __, ...heads } = response.headers;
          const body = Buffer.concat(pieces);
          const packing = response.headers["content-encoding"];
          const unpack = packing === "br" ? brotliDecompressSync : packing === "gzip" ? gunzipSync : String;
          const page = body.length > 0 ? String(unpack(body)) : "";
          done({ status: response.statusCode ?? 0, heads, page, bytes: body.length });
        });
      })
      .on("error", fail)
      .end();
  });
}

const tagOf = ({ heads }: Asked) => heads.etag;

describe("what is the same for every stranger", () => {
  const keyhole = withKeyhole("embedded");
  const get = (path: string, headers?: http.OutgoingHttpHeaders, method?: string) =>
    ask(keyhole.origin, path, headers, method);

  it("is drawn once, and then given as it was: the page that is drawn for who brings a cookie, with the same heads", async () => {
    for (const path of alike) {
      const [first, second] = [await get(path), await get(path)];
      const drawn = await get(path, { Cookie: "anything=else" });
      expect([path, drawn.status, tagOf(drawn), tagOf(first)]).toEqual([path, 200, undefined, undefined]);
      expect(second.page).toBe(drawn.page);
      const { etag, ...heads } = second.heads;
      expect([path, etag, heads]).toEqual([path, expect.stringMatching(/^"[\w-]{22}"$/), first.heads]);
      expect({ ...heads, "content-length": "" }).toEqual({ ...drawn.heads, "content-length": "" });
    }
  });

  it("comes packed as its reader takes it, and is not sent again to who has it", async () => {
    for (const [accepted, packing] of [
      ["gzip, deflate, br", "br"],
      ["gzip, deflate", "gzip"],
      ["", undefined],
    ] as const) {
      const headers = { "Accept-Encoding": accepted };
      await get(lesson, headers);
      const kept = await get(lesson, headers);
      expect([kept.heads["content-encoding"], kept.heads.vary, kept.heads["content-length"]]).toEqual([
        packing,
        "Accept-Encoding",
        String(kept.bytes),
      ]);
      expect(kept.page).toMatch(/^<!DOCTYPE html>/);
      const again = await get(lesson, { ...headers, "If-None-Match": `"another", W/${kept.heads.etag}` });
      expect([again.status, again.bytes, again.heads.etag]).toEqual([304, 0, kept.heads.etag]);
      const { "content-length": _, "content-type": __, "content-encoding": ___, ...heads } = kept.heads;
      expect(again.heads).toEqual(heads);
      expect((await get(lesson, { ...headers, "If-None-Match": '"another"' })).status).toBe(200);
    }
    const weighed = await get(lesson, { "Accept-Encoding": "gzip;q=0.5, identity" });
    expect([weighed.status, tagOf(weighed), weighed.page.length]).toEqual([
      200,
      undefined,
      (await get(lesson)).page.length,
    ]);
  });

  it("is packed for many once, however many ask at once for what nobody had yet", async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => get(lesson, { Host: "many.test" })));
    const kept = await get(lesson, { Host: "many.test" });
    expect(all.map(({ status, page }) => [status, page === kept.page])).toEqual(all.map(() => [200, true]));
    // Who came late enough got what was kept by then.
    const drawn = all.filter((one) => tagOf(one) === undefined);
    expect([typeof tagOf(kept), drawn.filter(({ bytes }) => bytes === kept.bytes).length]).toEqual(["string", 1]);
  });

  it("is given without its body to who asks for the heads, which keeps nothing", async () => {
    const before = await get("/sources/C2", {}, "HEAD");
    expect([before.status, before.bytes, tagOf(await get("/sources/C2"))]).toEqual([200, 0, undefined]);
    const kept = await get("/sources/C2");
    expect(await get("/sources/C2", {}, "HEAD")).toEqual({ ...kept, page: "", bytes: 0 });
  });

  it("is nobody’s own: who is signed in gets theirs beside it, and strangers never do", async () => {
    const teacher = await signUp(keyhole, "Ms Rivera");
    for (const path of ["/", lesson, "/privacy"]) {
      await get(path);
      await teacher.get(path);
      expect([teacher.page.html.includes("Ms Rivera"), teacher.page.headers.get("ETag")]).toEqual([true, null]);
      const own = await get(path, { Cookie: teacher.cookie, "If-None-Match": String(tagOf(await get(path))) });
      expect([own.status, own.page.includes("Ms Rivera")]).toEqual([200, true]);
      expect((await get(path)).page).not.toContain("Rivera");
    }
  });

  it("is drawn for who brings a session that is none, or a body", async () => {
    await get(lesson);
    for (const headers of [
      { Cookie: "session=made-up" },
      { Cookie: "reader=theme-dark; session=" },
      { "Content-Length": 0 },
    ]) {
      const drawn = await get(lesson, headers);
      expect([drawn.status, tagOf(drawn)]).toEqual([200, undefined]);
    }
  });

  it("looks as its reader wants it", async () => {
    const looks = async (cookie?: string) => {
      await get(lesson, cookie ? { Cookie: cookie } : {});
      const kept = await get(lesson, cookie ? { Cookie: cookie } : {});
      return [typeof tagOf(kept), /<html [^>]*>/.exec(kept.page)?.[0]];
    };
    expect(await looks("reader=theme-dark.text-large")).toEqual([
      "string",
      '<html lang="en" data-text="large" data-theme="dark">',
    ]);
    for (const usual of [undefined, "reader=", "reader=theme-pink"])
      expect(await looks(usual)).toEqual(["string", '<html lang="en">']);
  });

  it("is packed as small as can be only as it looks for most: there are hundreds of other looks", async () => {
    const bytes = async (cookie?: string) => {
      const headers = cookie ? { Cookie: cookie } : {};
      const first = await get("/timeline", headers);
      const kept = await get("/timeline", headers);
      expect([cookie, typeof tagOf(kept), kept.page === first.page]).toEqual([cookie, "string", true]);
      return kept.bytes;
    };
    const drawn = async (cookie: string) => (await get("/timeline", { Cookie: `${cookie}; anything=else` })).bytes;
    expect(await bytes()).toBeLessThan(await drawn("a=b"));
    for (const look of ["reader=theme-dark", "reader=text-large.theme-dark"])
      expect(await bytes(look)).toBe(await drawn(look));
  });

  it("says by which address it was asked for, where nothing else is known", async () => {
    for (const host of ["one.test:3000", "two.test"]) {
      await get("/glossary", { Host: host });
      const kept = await get("/glossary", {
        Host: host,
        "X-Forwarded-Host": "three.test",
        "X-Forwarded-Proto": "https",
      });
      expect([typeof tagOf(kept), kept.page.includes(`href="http://${host}/glossary"`)]).toEqual(["string", true]);
    }
  });

  it("is no address with a query, none that leads elsewhere or to nothing, and no page of a person", async () => {
    for (const path of [
      "/?a=1",
      "/lab?tls=1",
      "/sources?status=0",
      `${lesson}?sent=x`,
      "/lessons/none",
      "/sources/none",
    ])
      for (const _ of ["first", "second"]) expect([path, tagOf(await get(path))]).toEqual([path, undefined]);
    for (const path of [
      `${lesson}/read`,
      "/me",
      "/sign-in",
      "/quizzes/lab-practice",
      "/glossary.data",
      "/LAB",
      "/lab/",
    ])
      for (const _ of ["first", "second"]) expect([path, tagOf(await get(path))]).toEqual([path, undefined]);
  });
});

describe("where the public address is known", () => {
  const env = { ORIGIN: "https://keyhole.school.example", TRUST_PROXY: "1" };
  const keyhole = withKeyhole("embedded", () => startKeyhole("embedded", env));

  it("pages for strangers are the same by whichever way they are asked for", async () => {
    const [first] = [await ask(keyhole.origin, "/glossary")];
    expect(first.page).toContain(`href="${env.ORIGIN}/glossary"`);
    for (const headers of [
      {},
      { Host: "elsewhere.test" },
      { "X-Forwarded-Proto": "http", "X-Forwarded-Host": "a.test" },
    ]) {
      const kept = await ask(keyhole.origin, "/glossary", headers);
      expect([typeof tagOf(kept), kept.page === first.page]).toEqual(["string", true]);
      expect(kept.heads["strict-transport-security"]).toBe("max-age=31536000");
    }
  });
});

describe("where proxies say by which address a page is asked for", () => {
  const keyhole = withKeyhole("embedded", () => startKeyhole("embedded", { TRUST_PROXY: "1" }));

  it("each is drawn as they say", async () => {
    for (const host of ["one.test:8443", "two.test:8443"]) {
      const headers = { "X-Forwarded-Proto": "https", "X-Forwarded-Host": host };
      const drawn = [await ask(keyhole.origin, "/glossary", headers), await ask(keyhole.origin, "/glossary", headers)];
      expect(drawn.map((one) => [tagOf(one), one.page.includes(`href="https://${host}/glossary"`)])).toEqual(
        drawn.map(() => [undefined, true]),
      );
    }
  });
});
