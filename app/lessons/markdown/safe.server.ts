import type { Options } from "rehype-sanitize";

const switches = ["tls", "inter_dc", "at_rest", "e2e", "demand_served"];

/** Our elements and the attributes each keeps. */
const ours: Record<string, string[]> = {
  "kh-ref": ["id"],
  "kh-known": ["status"],
  "kh-term": ["id"],
  "kh-predict": ["id", "type", "reason"],
  "kh-recall": ["id", "type", "reason"],
  "kh-question": [],
  "kh-option": ["value"],
  "kh-reflect": ["id"],
  "kh-example": [],
  "kh-cards": [],
  "kh-card": ["title", "speaker"],
  "kh-steps": [],
  "kh-step": ["place", "learns"],
  "kh-worked": [],
  "kh-reveal": ["ask"],
  "kh-timeline": [],
  "kh-table": ["caption"],
  "kh-event": ["date", "status", "also"],
  "kh-establish": [],
  "kh-does": [],
  "kh-not": [],
  "kh-figure": ["name", "caption", "number", ...switches],
  "kh-lab": ["caption", ...switches],
  "kh-check": ["id"],
  "kh-sort": ["id", "cards"],
  "kh-quiz": ["slug"],
  "kh-terms": ["lesson"],
  "kh-comments": ["ids", "show"],
};

const plain = [
  "p",
  "ul",
  "ol",
  "li",
  "table",
  "thead",
  "tbody",
  "tr",
  "th",
  "td",
  "strong",
  "em",
  "code",
  "blockquote",
  "br",
];

/** What a stored tree may hold: text, our blocks, links. No HTML of the author, no style, no script, no picture. */
export const safe: Options = {
  tagNames: [...plain, "h2", "h3", "h4", "a", ...Object.keys(ours)],
  attributes: {
    ...ours,
    "*": ["dataKind"],
    h2: ["id"],
    h3: ["id"],
    h4: ["id"],
    ol: ["start"],
    a: ["href"],
    th: ["scope"],
    td: ["dataColumn"],
  },
  protocols: { href: ["https", "http"] },
  clobber: [],
  clobberPrefix: "",
  strip: ["script", "style"],
};
