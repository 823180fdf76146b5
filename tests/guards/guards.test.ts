import fs from "node:fs";
import { describe, expect, it } from "vitest";
import { readGuards, without } from "./guard";
import { changed, changesIn } from "./patch";

const guards = readGuards();

/** That a test goes red without each is for `npm run test:guards`, which takes minutes. */
describe("the guards that can be taken away", () => {
  it("are the ten that must be among them, and each of them once", () => {
    const names = guards.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining([
        ...["content security policy", "origin check", "access to a class", "throttle", "key column"],
        ...["for key share", "pid lock", "sanitising of lessons", "formula escaping", "deadline"],
      ]),
    );
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(guards)("$name: its patch fits, and its tests are there", (guard) => {
    const files = without(guard);
    expect(files.size).toBeGreaterThan(0);
    for (const [file, text] of files) expect(text).not.toBe(fs.readFileSync(file, "utf8"));
    expect(fs.readFileSync(guard.test, "utf8")).toContain(guard.title);
  });
});

describe("a patch", () => {
  const diff = "Words.\n--- a/x.ts\n+++ b/x.ts\n@@ -1,3 +1,2 @@\n one\n-two $&\n three\n@@\n-nine\n+ten $&\n";

  it("changes what stands at its places, wherever that is", () => {
    const text = "zero\none\ntwo $&\nthree\nnine\n";
    expect(changesIn(diff).reduce(changed, text)).toBe("zero\none\nthree\nten $&\n");
  });

  it("that fits nowhere, or twice, is refused in words", () => {
    const [first] = changesIn(diff);
    for (const text of ["one\ntwo\nthree\n", "one\ntwo $&\nthree\n".repeat(2)])
      expect(() => changed(text, first as never)).toThrow(/x\.ts has [02] places/);
  });
});
