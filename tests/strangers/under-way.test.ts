import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { Duplex } from "node:stream";
import { describe, expect, it } from "vitest";
import { isForMany, strangersPages } from "~/strangers/pages.server";

type Asked = { request: IncomingMessage; response: ServerResponse; drawn: boolean };

/** Asks for a page. @param gone whether who asks is away before anything else happens */
function ask(pages: ReturnType<typeof strangersPages>, headers: Record<string, string> = {}, gone = false): Asked {
  const request = Object.assign(new IncomingMessage(new Socket()), { method: "GET", url: "/glossary", headers });
  const response = new ServerResponse(request);
  const line = new Duplex({ read() {}, write: (_piece, _packing, taken) => taken() });
  response.assignSocket(line as Socket);
  const asked = { request, response, drawn: false };
  pages(request, response, () => {
    asked.drawn = true;
  });
  if (gone) leave(asked);
  return asked;
}

/** As Node has it when the line is closed. */
const leave = ({ response }: Asked) => response.socket?.emit("close");

/** Answers who was not answered by a page that was kept. */
function answer({ response }: Asked, status = 200): void {
  response.statusCode = status;
  response.setHeader("Content-Type", "text/html; charset=utf-8").end("A page");
}

const course = () =>
  strangersPages(
    { ORIGIN: "https://keyhole.test", TRUST_PROXY: 0 },
    () => {},
    async () => "course",
  );
const looked = () => new Promise(setImmediate);

describe("a page that is being drawn to be kept", () => {
  it("is so for the first who asks, until it was answered, and then lies ready", async () => {
    const pages = course();
    const asked = [ask(pages), ask(pages), ask(pages)];
    await looked();
    expect(asked.map(({ request, drawn }) => [drawn, isForMany(request)])).toEqual([
      [true, true],
      [true, false],
      [true, false],
    ]);
    for (const one of asked.toReversed()) answer(one);
    expect(ask(pages).drawn).toBe(false);
  });

  it("is so for the next where nothing came of it that others may get", async () => {
    const pages = course();
    const first = ask(pages);
    await looked();
    answer(first, 503);
    const next = ask(pages);
    expect([next.drawn, isForMany(next.request)]).toEqual([true, true]);
  });

  it("is so for the next where who asked went away, be it before anything was drawn", async () => {
    const pages = course();
    const gone = ask(pages, {}, true);
    await looked();
    const left = ask(pages);
    expect([isForMany(gone.request), isForMany(left.request)]).toEqual([false, true]);
    leave(left);
    const next = ask(pages);
    expect([next.drawn, isForMany(next.request)]).toEqual([true, true]);
  });

  it("is kept in any look, and packed as small as can be only in the usual one", async () => {
    const pages = course();
    for (const [cookie, small] of [
      ["reader=", true],
      ["reader=theme-dark", false],
    ] as const) {
      const first = ask(pages, { cookie });
      await looked();
      expect([cookie, isForMany(first.request)]).toEqual([cookie, small]);
      answer(first);
      expect(ask(pages, { cookie }).drawn).toBe(false);
    }
  });
});
