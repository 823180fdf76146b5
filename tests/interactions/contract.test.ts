import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keyProblems } from "~/interactions/key-problems";
import { interactionNames, interactions } from "~/interactions/registry.server";
import { seeded } from "~/interactions/shuffled";
import { variants } from "../marker/variants";
import { examples } from "./examples";
import { attribute, controls, drawn, submitted } from "./fields";

it("every registered type has an example here", () => {
  expect(new Set(examples.map((example) => example.type))).toEqual(new Set(interactionNames));
});

for (const example of examples)
  describe(example.title, () => {
    const { type, body, key, answers, stray, greedy, secrets } = example;
    const subject = interactions[type];
    const automatic = subject.marking === "automatic";
    const solution = subject.solution(body, key);

    it("body, key and solution are what their schemas ask for", () => {
      expect(subject.body.parse(body)).toEqual(body);
      expect(subject.key.parse(key)).toEqual(key);
      expect(subject.response.parse(solution)).toEqual(solution);
    });

    if (automatic)
      it("giving the key as the answer earns full marks", () => {
        expect(subject.grade(body, key, solution)).toBe(1);
        expect(subject.review(body, key, solution).map((row) => row.standing)).not.toContain("wrong");
      });

    if (automatic)
      it("an answer made into the key earns full marks under it, or is not whole", () => {
        expect(subject.keyFor?.(body, key, solution)).toEqual(expect.anything());
        fc.assert(
          fc.property(answers, (answer) => {
            const other = subject.keyFor?.(body, key, subject.response.parse(answer));
            if (!other) return;
            expect(subject.key.parse(other)).toEqual(other);
            expect(subject.grade(body, other, answer)).toBe(1);
          }),
        );
      });

    if (automatic)
      it("an answer with part of the marks comes with the line that says how they came about", () => {
        fc.assert(
          fc.property(answers, (answer) => {
            const fraction = subject.grade(body, key, answer) as number;
            const line = subject.worked?.(body, key, answer, 3) ?? "";
            if (fraction > 0 && fraction < 1) expect(line).toMatch(/: 3 × /);
          }),
        );
      });

    if (!automatic)
      it("what was written waits for a person", () => {
        expect(subject.grade(body, key, solution)).toBeNull();
      });

    it("no answer earns nothing and has no faults", () => {
      expect(subject.grade(body, key, null)).toBe(0);
      expect(subject.faults(body, key, null)).toEqual([]);
      expect(subject.summary(body, null)).toBe("");
      for (const row of subject.review(body, key, null)) expect(row.picked).toBe(false);
      expect(subject.worked?.(body, key, null, 3) ?? null).toBeNull();
    });

    it("no answer whatever earns less than nothing or more than all", () => {
      fc.assert(
        fc.property(fc.oneof(answers, stray), (answer) => {
          const response = subject.response.parse(answer);
          const fraction = subject.grade(body, key, response);
          if (automatic) expect(fraction).toBeGreaterThanOrEqual(0);
          if (automatic) expect(fraction).toBeLessThanOrEqual(1);
          expect(subject.review(body, key, response).length).toBeGreaterThan(0);
          expect(subject.summary(body, response)).not.toContain("\n");
          expect(subject.worked?.(body, key, response, 3) ?? "").not.toMatch(/NaN|undefined/);
        }),
      );
    });

    if (greedy)
      it("choosing everything earns nothing", () => {
        for (const answer of greedy) expect(subject.grade(body, key, subject.response.parse(answer))).toBe(0);
      });

    it("every fault has feedback to be written for it", () => {
      const codes = subject.codes(body, key);
      expect(new Set(codes).size).toBe(codes.length);
      fc.assert(
        fc.property(answers, (answer) => {
          expect(codes).toEqual(expect.arrayContaining(subject.faults(body, key, answer)));
        }),
      );
    });

    it("an answer that was given comes back as it was", () => {
      fc.assert(
        fc.property(answers, (answer) => {
          expect(subject.parse(submitted(drawn(type, body, answer)), "q7", body)).toEqual(answer);
        }),
      );
    });

    it("an untouched question is no answer", () => {
      expect(subject.parse(submitted(drawn(type, body, null)), "q7", body)).toBeNull();
      expect(subject.parse(new FormData(), "q7", body)).toBeNull();
    });

    it("what the body does not offer is dropped, another question's fields too", () => {
      const form = new FormData();
      const typed = type === "numeric" || type === "text-entry" || type === "extended-text";
      for (const control of controls(drawn(type, body, null))) {
        if (!typed) form.append(attribute(control, "name"), "no such thing");
        form.append(attribute(control, "name").replace("q7", "q70"), attribute(control, "value"));
      }
      expect(subject.parse(form, "q7", body)).toBeNull();
    });

    it("a file in place of words is no answer", () => {
      const form = new FormData();
      for (const control of controls(drawn(type, body, null))) form.append(attribute(control, "name"), new Blob(["a"]));
      expect(subject.parse(form, "q7", body)).toBeNull();
    });

    it("shuffling keeps everything and repeats for the same attempt", () => {
      fc.assert(
        fc.property(fc.integer(), (seed) => {
          const once = subject.shuffle(body, seeded(seed));
          expect(sorted(once)).toEqual(sorted(body));
          expect(subject.shuffle(body, seeded(seed))).toEqual(once);
          expect(subject.body.safeParse(once).success).toBe(true);
        }),
      );
    });

    it("before the key is released a review says only what was picked", () => {
      fc.assert(
        fc.property(fc.option(answers), (answer) => {
          for (const row of subject.review(body, null, answer)) {
            expect(row.standing).toBe("blank");
            expect(row.code).toBeUndefined();
            expect(row.says ?? "").not.toContain("Right");
          }
        }),
      );
    });

    it("what is delivered holds nothing of the key", () => {
      const markup = drawn(type, body, null);
      for (const secret of secrets) expect(markup + JSON.stringify(body)).not.toContain(secret);
      expect(subject.body.safeParse({ ...(body as object), ...(key as object) }).success).toBe(false);
    });

    it("every control has a name for screen readers and none has a style", () => {
      const markup = drawn(type, body, solution);
      expect(markup).not.toContain(" style=");
      expect(controls(markup)).not.toEqual([]);
      for (const control of controls(markup)) expect(isNamed(control, markup)).toBe(true);
    });
  });

/** Every example as it is, and with every other rule that its key could name. */
const ruled = examples.flatMap((example) => [
  { ...example, how: "as it is" },
  ...variants({ interaction: example.type, ...example }).map(({ how, item }) => ({ ...example, how, key: item.key })),
]);

describe.each(ruled.map((one) => [one.title, one.how, one] as const))("%s, marked by %s", (_title, how, example) => {
  const { type, body, key, answers, stray, greedy = [] } = example;
  const subject = interactions[type];
  const several = (body as { max?: number }).max !== 1;

  it("keeps the laws of partial credit", () => {
    expect(subject.key.parse(key)).toEqual(key);
    expect(keyProblems(subject, body, key)).toEqual([]);
    if (subject.marking === "automatic") expect(subject.grade(body, key, subject.solution(body, key))).toBe(1);
    expect(subject.grade(body, key, null)).toBe(0);
    if (how !== "each-counts" && how !== "right-minus-wrong" && how !== "share")
      for (const answer of greedy) expect(subject.grade(body, key, subject.response.parse(answer))).toBe(0);
  });

  it("says its rule in words, where there is one, and nothing else", () => {
    const words = subject.ruleInWords?.(body, key) ?? null;
    expect(words !== null).toBe(subject.worked !== undefined && several);
    if (words) expect(words).toMatch(/^[A-Z][^{}]+$/);
    for (const secret of example.secrets) expect(words ?? "").not.toContain(secret);
  });

  it("works out each fraction by arithmetic that is true", () => {
    fc.assert(
      fc.property(fc.oneof(answers, stray), (answer) => {
        const response = subject.response.parse(answer);
        const fraction = subject.grade(body, key, response);
        if (fraction !== null) expect(fraction).toBeGreaterThanOrEqual(0);
        if (fraction !== null) expect(fraction).toBeLessThanOrEqual(1);
        const line = subject.worked?.(body, key, response, 3);
        if (line) expect([line, value(line)]).toEqual([line, expect.closeTo(3 * (fraction as number), 9)]);
      }),
    );
  });
});

/** What the arithmetic at the end of a worked line comes to. */
function value(line: string): number {
  const [, sum = ""] = /: ([^:]*?)(, never below 0)?$/.exec(line) ?? [];
  const plain = sum.replaceAll("×", "*").replaceAll("−", "-");
  if (!/^[\d\s.*/()-]+$/.test(plain)) throw new Error(`No arithmetic in ${line}`);
  return Math.max(0, new Function(`return ${plain}`)());
}

/** Lists in one order, at every depth. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value))
    return value
      .map(sorted)
      .map((one) => JSON.stringify(one))
      .sort();
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, sorted(inner)]));
}

function isNamed(control: string, markup: string): boolean {
  if (attribute(control, "aria-label")) return true;
  if (attribute(control, "aria-labelledby").split(" ").includes("stem")) return true;
  const id = attribute(control, "id");
  return (
    (id !== "" && markup.includes(`for="${id}"`)) || new RegExp(`<label class="\\w+">${escaped(control)}`).test(markup)
  );
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
