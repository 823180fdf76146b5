import fc from "fast-check";
import type { InteractionName } from "~/interactions/registry.server";
import { id, line, placed, some, strayChoice, strayEach, strayText } from "./any-answer";

/** One question of each type, taken from the blueprint (items.json), with answers that its controls can give. */
export type Example = {
  type: InteractionName;
  title: string;
  body: unknown;
  key: unknown;
  /** Answers that the controls can give. */
  answers: fc.Arbitrary<unknown>;
  /** Answers that the schema lets through, whether or not the body offers them. */
  stray: fc.Arbitrary<unknown>;
  /** Answers that choose everything, or the same everywhere. They earn nothing. */
  greedy?: unknown[];
  /** Words that stand in the key only. */
  secrets: string[];
};

const list = (texts: Record<string, string>) => Object.entries(texts).map(([id, text]) => ({ id, text }));
const allIn = (ids: string[], target: string) => ({ v: 1, pairs: Object.fromEntries(ids.map((key) => [key, target])) });

const options = list({ a: "Which service", b: "When", c: "How much", d: "The words", e: "The names of files" });
const cards = list({
  c1: "HTTPS to a webmail site",
  c2: "Full-disk encryption",
  c3: "A backup tape",
  c4: "TLS between mail servers",
  c5: "A link between data centres",
  c6: "A phone switched off",
});
const cardIds = cards.map((card) => card.id);
const terms = list({ t1: "Data in transit", t2: "Data at rest", t3: "TLS" });
const meanings = list({ m1: "Data moving", m2: "Data kept", m3: "Protects a connection", m4: "A secret way round" });
const steps = list({ s1: "Served", s2: "Reviewed", s3: "Decided", s4: "Pulled", s5: "Handed over" });
const stepIds = steps.map((step) => step.id);
const reasons = list({ a: "One moves, the other is stored", b: "The lock stays on", c: "It stays encrypted" });
const gaps = [
  { id: "1", options: list({ a: "from server to server", b: "on stored backup tapes", c: "from users to Microsoft" }) },
  { id: "2", options: list({ x: "to lock files", y: "between users & Microsoft" }) },
];
const places = list({
  sender_device: "Sender's device",
  access_network: "Access network",
  backbone: "Backbone",
  front_end: "Provider front end",
  storage_disk: "Storage disk",
});
const placeIds = places.map((place) => place.id);

const watchers = ["O1_wifi", "O3_inter_dc", "O5_provider", "O7_device_thief"];

export const examples: Example[] = [
  {
    type: "choice",
    title: "choice of one",
    body: { v: 1, options, max: 1 },
    key: { v: 1, right: ["b"] },
    answers: some(["a", "b", "c", "d", "e"], 1),
    stray: strayChoice,
    greedy: [{ v: 1, chosen: ["a", "b", "c", "d", "e"] }],
    secrets: [],
  },
  {
    type: "choice",
    title: "choice of several",
    body: { v: 1, options, max: 5 },
    key: { v: 1, right: ["a", "b", "c"] },
    answers: some(["a", "b", "c", "d", "e"]),
    stray: strayChoice,
    greedy: [{ v: 1, chosen: ["a", "b", "c", "d", "e"] }],
    secrets: [],
  },
  {
    type: "match",
    title: "match by sorting",
    body: { v: 1, sources: cards, targets: list({ transit: "In transit", rest: "At rest" }), reuse: true },
    key: {
      v: 1,
      pairs: { c1: "transit", c2: "rest", c3: "rest", c4: "transit", c5: "transit", c6: "transit" },
      rule: "above-guessing",
    },
    answers: placed("pairs", cardIds, () => ["transit", "rest"]),
    stray: strayEach("pairs", id),
    greedy: [allIn(cardIds, "transit"), allIn(cardIds, "rest")],
    secrets: ["above-guessing"],
  },
  {
    type: "match",
    title: "match of pairs",
    body: { v: 1, sources: terms, targets: meanings, reuse: false },
    key: { v: 1, pairs: { t1: "m1", t2: "m2", t3: "m3" }, rule: "share" },
    answers: placed("pairs", ["t1", "t2", "t3"], () => ["m1", "m2", "m3", "m4"]),
    stray: strayEach("pairs", id),
    secrets: ["share"],
  },
  {
    type: "order",
    title: "order",
    body: { v: 1, steps },
    key: { v: 1, order: stepIds },
    answers: placed("ranks", stepIds, () => [1, 2, 3, 4, 5]),
    stray: strayEach("ranks", fc.integer({ min: 1 })),
    secrets: [],
  },
  {
    type: "choice-with-reason",
    title: "choice with reason",
    body: { v: 1, reasons },
    key: { v: 1, truth: true, reason: "a" },
    answers: fc
      .record({ v: fc.constant(1), truth: fc.option(fc.boolean()), reason: fc.option(fc.constantFrom("a", "b", "c")) })
      .filter(({ truth, reason }) => truth !== null || reason !== null),
    stray: fc.record({ v: fc.constant(1), truth: fc.boolean(), reason: fc.option(id) }),
    secrets: [],
  },
  {
    type: "inline-choice",
    title: "inline choice",
    body: { v: 1, text: "Traffic {1} was not encrypted, nor was that used {2}.", gaps },
    key: { v: 1, gaps: { 1: "a", 2: "y" } },
    answers: placed("gaps", ["1", "2"], (gap) => (gap === "1" ? ["a", "b", "c"] : ["x", "y"])),
    stray: strayEach("gaps", id),
    secrets: [],
  },
  {
    type: "numeric",
    title: "numeric",
    body: { v: 1, unit: "observers" },
    key: { v: 1, value: 4711, tolerance: 0, common: [3998, 5204] },
    answers: line(100),
    stray: strayText(100),
    secrets: ["4711", "4,711", "3998", "5204"],
  },
  {
    type: "text-entry",
    title: "text entry",
    body: { v: 1 },
    key: { v: 1, accepted: ["TLS", "Transport Layer Security"], near: ["SSL", "HTTPS"] },
    answers: line(200),
    stray: strayText(200),
    secrets: ["TLS", "Transport", "SSL", "HTTPS"],
  },
  {
    type: "hotspot",
    title: "hotspot of one",
    body: { v: 1, figure: "D-L3", targets: places, max: 1 },
    key: { v: 1, right: ["front_end"] },
    answers: some(placeIds, 1),
    stray: strayChoice,
    greedy: [{ v: 1, chosen: placeIds }],
    secrets: ["MUSCULAR", "Upstream", "PRISM"],
  },
  {
    type: "hotspot",
    title: "hotspot of several",
    body: { v: 1, figure: "D-L1", targets: places, max: 5 },
    key: { v: 1, right: ["sender_device", "front_end", "storage_disk"] },
    answers: some(placeIds),
    stray: strayChoice,
    greedy: [{ v: 1, chosen: placeIds }],
    secrets: ["Meet at 6"],
  },
  {
    type: "extended-text",
    title: "extended text",
    body: { v: 1, words: { min: 60, max: 100 } },
    key: {
      v: 1,
      rubric: [
        { points: 1, criterion: "Says where TLS ends" },
        { points: 1, criterion: "Names a speaker" },
      ],
      model: "TLS protects a connection.",
      note: "Watch for motives",
    },
    answers: fc
      .string({ minLength: 1 })
      .map((text) => text.replace(/[\0\r]/g, "\n"))
      .filter((text) => /\S/.test(text))
      .map((text) => ({ v: 1, text })),
    stray: strayText(20_000).filter(({ text }) => /\S/.test(text)),
    secrets: ["Says where TLS ends", "TLS protects", "Watch for"],
  },
  {
    type: "observer-grid",
    title: "observer grid",
    body: {
      v: 1,
      setting: { tls: true, inter_dc: true, at_rest_provider_key: true, e2e: false, demand_served: false },
      rows: watchers,
    },
    key: {
      v: 1,
      cells: { O1_wifi: "metadata", O3_inter_dc: "nothing", O5_provider: "content", O7_device_thief: "content" },
      rule: "above-guessing",
    },
    answers: placed("cells", watchers, () => ["content", "metadata", "nothing"]),
    stray: strayEach("cells", fc.constantFrom("content", "metadata", "nothing")),
    greedy: ["content", "metadata", "nothing"].map((cell) => ({
      v: 1,
      cells: Object.fromEntries(watchers.map((row) => [row, cell])),
    })),
    secrets: ["above-guessing"],
  },
  {
    type: "lab-state",
    title: "lab state",
    body: {
      v: 1,
      start: { tls: true, inter_dc: false, at_rest_provider_key: false, e2e: false, demand_served: true },
      switches: ["inter_dc", "at_rest_provider_key", "e2e"],
      goal: "The tap between data centres learns nothing, and the provider can still read the text.",
    },
    key: { v: 1, conditions: { O3_inter_dc: "nothing", O5_provider: "content" } },
    answers: placed("switches", ["inter_dc", "at_rest_provider_key", "e2e"], () => [true, false]),
    stray: strayEach("switches", fc.boolean()),
    // The lab left as it stands.
    greedy: [{ v: 1, switches: { inter_dc: false, at_rest_provider_key: false, e2e: false } }],
    secrets: ["O3_inter_dc", "O5_provider", "condition"],
  },
];
