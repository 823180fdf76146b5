import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readerAttributes, readReader, writeReader } from "~/components/reader-choices";
import { readSettings, settingCode, settingsOf } from "~/lab/model";
import { buildTree } from "~/lessons/markdown/build.server";
import { misusedDirectives, parseMarkdown } from "~/lessons/markdown/parse.server";
import { ItemEntry } from "~/lessons/quiz-file.server";
import { ContentError, parseYaml } from "~/lessons/read-yaml.server";
import { browserName } from "~/models/browser-name";
import { tidyCode } from "~/models/join-code";
import { knownIn } from "~/models/known-browser";
import { isLogin, nameTrouble, tidyName } from "~/models/name";
import { passwordTrouble } from "~/models/password";
import { readRosterList } from "~/models/roster-list";
import { readSeparated } from "~/models/separated";
import { momentOf, zones } from "~/models/wall-time.server";
import { nextAddress } from "~/routes/account/enter.server";
import { readArrangement } from "~/routes/teach/classes/gradebook-search.server";
import { listText } from "~/routes/teach/classes/list-text.server";
import { readFilter } from "~/routes/teach/items/bank-filter.server";
import { readOutline } from "~/routes/teach/quizzes/outline-form.server";
import { ownTokenHash } from "~/session.server";
import { hostileWord } from "./hostile-words";

/** Words that break software, and the signs of the languages that are read here, in any order. */
const known = [
  ...["name,group\n", '"', ";", "\t", "\r", "﻿", "first name;last name", "2026-11-23T10:00", "2026-03-29T02:30"],
  ...["- id: a", "? ", "&a", "*a", "<<: *a", "!!js/function x", "{a: [", "|\n  ", "\n  ", ": ", "#", "---\n"],
  ...[":::predict{id=a}\n", ":::", "::figure{name=D-L1}", ":ref[C1]", "- x: y\n", "| a |\n|---|\n", "> ", "]("],
  ...[
    "tls=1&e2e=0",
    "T1I0D0E0W1",
    "reader=text.largest",
    "session=ImEi",
    "%",
    "%E0%A4%A",
    "=",
    "&",
    "sort=",
    "page=1e9",
  ],
];
const text = fc.array(hostileWord(known), { maxLength: 12 }).map((parts) => parts.join("").slice(0, 40_000));
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  text.map((one) => new TextEncoder().encode(one)),
);

/** A header takes no line breaks and nothing beyond one byte: what a client could not send at all is left out. */
const header = (value: string) => value.replace(/[^\x20-\x7e\x80-\xff]/g, "").trim();
/** Without halves of characters, which no address can hold. */
const whole = (value: string) => value.replace(/\p{Cs}/gu, "");
const asked = (query: string) => new Request(`http://127.0.0.1/x?${query.replace(/[\r\n#]/g, "")}`);
const withCookie = (cookie: string) => new Request("http://127.0.0.1/", { headers: { Cookie: header(cookie) } });
const formOf = (value: string) =>
  new Response(new URLSearchParams({ drawn: value, press: value, w0: value })).formData();

/** Everything that reads what somebody sends, and what it gives back when all is well. */
const readers: Record<string, (sent: string) => unknown> = {
  "a list of students": (sent) => expect(readRosterList(sent)).toBeTypeOf("object"),
  "columns of a spreadsheet": (sent) => expect(readSeparated(sent).rows).toBeInstanceOf(Array),
  "a name": (sent) => nameTrouble(tidyName(sent)),
  "a login": (sent) => expect(isLogin(sent)).toBeTypeOf("boolean"),
  "a password": (sent) => passwordTrouble(sent.slice(0, 300), ["Ana", "9B"]),
  "a class code": (sent) => expect(tidyCode(sent)).toBeTypeOf("string"),
  "what a browser says of itself": (sent) => expect(browserName(sent).length).toBeLessThan(60),
  "the switches of the lab in an address": (sent) => settingCode(readSettings(new URLSearchParams(sent))),
  "a setting of the lab": (sent) => settingsOf(sent),
  "a date and a zone": (sent) => {
    for (const zone of ["Europe/Madrid", "Pacific/Apia", zones()[0] as string]) {
      const at = momentOf(sent, zone);
      if (at) expect(at.getTime()).not.toBeNaN();
    }
  },
  "the cookie of how pages look": (sent) => readerAttributes(readReader(header(sent))),
  "a form of how pages look": (sent) => expect(writeReader({ text: sent } as never)).toMatch(/^[\w.~-]*$/),
  "the cookie of a known browser": (sent) => expect(knownIn(sent, "ana")).toBeNull(),
  "the order of a gradebook in an address": (sent) => readArrangement(asked(sent)),
  "a search of the bank": (sent) => readFilter(asked(sent)),
  "where to go after signing in": (sent) => {
    const to = new URL(nextAddress(asked(`next=${encodeURIComponent(whole(sent))}`)), "http://127.0.0.1/");
    expect(to.origin).toBe("http://127.0.0.1");
  },
  "a file of the course": (sent) => {
    try {
      parseYaml("a.yaml", sent, z.array(ItemEntry));
    } catch (error) {
      expect(error).toBeInstanceOf(ContentError);
    }
  },
  "a lesson": (sent) => {
    const root = parseMarkdown(sent.slice(0, 4000));
    misusedDirectives(root, "a.md");
    const tree = buildTree(root.children, () => {});
    expect(JSON.stringify(tree)).not.toMatch(/"tagName":"(script|style|img|iframe)"|"href":"(?!https?:)/);
  },
};

describe("what reads anything that somebody sends", () => {
  it.each(Object.entries(readers))("%s: takes it or refuses it, and never fails", (_, read) => {
    fc.assert(
      fc.property(text, (sent) => {
        read(sent);
      }),
      { numRuns: 150 },
    );
  });

  it("a cookie of a session: is a token or nobody's", async () => {
    await fc.assert(
      fc.asyncProperty(text, async (sent) => {
        for (const cookie of [sent, `session=${sent}`, `session=${btoa(encodeURIComponent(whole(sent)))}`])
          expect(await ownTokenHash(withCookie(cookie))).toMatch(/^([0-9a-f]{64})?$/);
      }),
      { numRuns: 100 },
    );
  });

  it("a file of names: is text or refused at its field", async () => {
    await fc.assert(
      fc.asyncProperty(bytes, text, async (file, pasted) => {
        const form = new FormData();
        form.set("file", new File([file as BlobPart], "a.csv"));
        const read = await listText(form, pasted);
        expect(read.text).toBeTypeOf("string");
      }),
      { numRuns: 100 },
    );
  });

  it("the outline of a quiz: is read or not understood", async () => {
    await fc.assert(
      fc.asyncProperty(text, async (sent) => {
        readOutline(await formOf(sent));
      }),
      { numRuns: 100 },
    );
  });
});
