/** A partly right answer, and what the rule of the brief (part 4) gives for it, worked out by hand. */
export type Partly = { response: unknown; fraction: number; score: number };

/** One for every item that can be partly right. `fraction` is exact, `score` is what pages show, with two decimals. */
export const partly: Record<string, Partly> = {
  // Sorting: pts × (right/cards − b)/(1 − b), b = largest bin/cards.
  // Five of six right, the bins hold three and three: (5 − 3)/(6 − 3) = 2/3 of 3 points.
  "L1.Q02": {
    response: { pairs: { c1: "transit", c2: "rest", c3: "rest", c4: "rest", c5: "transit", c6: "rest" } },
    fraction: 2 / 3,
    score: 2,
  },
  // Four of six right, the bins hold two each: (4 − 2)/(6 − 2) = 1/2 of 3 points.
  "L2.Q03": {
    response: { pairs: { c1: "demand", c2: "link", c3: "link", c4: "demand", c5: "link", c6: "demand" } },
    fraction: 1 / 2,
    score: 1.5,
  },
  // Unequal bins (1, 1, 2, 2). Five of six right: (5 − 2)/(6 − 2) = 3/4 of 3 points.
  "L2.Q07": {
    response: {
      pairs: { c1: "company", c2: "company", c3: "leak", c4: "leak", c5: "inference", c6: "inference" },
    },
    fraction: 3 / 4,
    score: 2.25,
  },
  // Unequal bins (3, 2, 1). Four of six right: (4 − 3)/(6 − 3) = 1/3 of 3 points.
  "L3.Q06": {
    response: {
      pairs: { c1: "official", c2: "official", c3: "official", c4: "inference", c5: "official", c6: "inference" },
    },
    fraction: 1 / 3,
    score: 1,
  },
  // Unequal bins (2, 1, 1, 2). Three right, one wrong, two not placed: (3 − 2)/(6 − 2) = 1/4 of 3 points.
  "CAP.Q03": { response: { pairs: { c1: "tls", c2: "tls", c3: "link", c4: "link" } }, fraction: 1 / 4, score: 0.75 },

  // Matching: pts × right/pairs.
  // Four of five, one left open: 4/5 of 2 points.
  "L1.Q08": { response: { pairs: { s2: "b", s3: "e", s4: "d", s5: "f" } }, fraction: 4 / 5, score: 1.6 },
  // Three of five, two exchanged: 3/5 of 3 points.
  "L2.Q04": { response: { pairs: { s1: "a", s2: "e", s3: "b", s4: "f", s5: "d" } }, fraction: 3 / 5, score: 1.8 },
  // Two of three, one partner taken twice: 2/3 of 3 points.
  "L3.Q01": { response: { pairs: { s1: "b", s2: "d", s3: "d" } }, fraction: 2 / 3, score: 2 },
  // Two of five: 2/5 of 3 points.
  "CAP.Q05": { response: { pairs: { s1: "e", s2: "b", s3: "a", s4: "f", s5: "d" } }, fraction: 2 / 5, score: 1.2 },

  // Ordering: half if one swap of two neighbours mends it.
  // e f c d a b is right; c and f exchanged: 1/2 of 2 points.
  "L1.Q04": { response: { ranks: { e: 1, c: 2, f: 3, d: 4, a: 5, b: 6 } }, fraction: 1 / 2, score: 1 },
  // a e b d c is right; the last two exchanged: 1/2 of 2 points.
  "L2.Q01": { response: { ranks: { a: 1, e: 2, b: 3, c: 4, d: 5 } }, fraction: 1 / 2, score: 1 },
  // c a f b d e is right; the first two exchanged: 1/2 of 2 points.
  "L3.Q16": { response: { ranks: { a: 1, c: 2, f: 3, b: 4, d: 5, e: 6 } }, fraction: 1 / 2, score: 1 },

  // True or false with a reason: 0.5 of 2 points if only true/false is right, with another reason or with none.
  "L1.Q05": { response: { truth: true, reason: "b" }, fraction: 1 / 4, score: 0.5 },
  "L2.Q05": { response: { truth: false, reason: "a" }, fraction: 1 / 4, score: 0.5 },
  "L2.Q14": { response: { truth: true, reason: null }, fraction: 1 / 4, score: 0.5 },
  "L3.Q05": { response: { truth: true, reason: "a" }, fraction: 1 / 4, score: 0.5 },
  "CAP.Q06": { response: { truth: false, reason: null }, fraction: 1 / 4, score: 0.5 },

  // Several answers: pts × (right chosen/number right − wrong chosen/number wrong).
  // Two of three right, one of two wrong: 2/3 − 1/2 = 1/6 of 3 points.
  "L1.Q07": { response: { chosen: ["a", "b", "d"] }, fraction: 1 / 6, score: 0.5 },
  // One of two right, one of three wrong: 1/2 − 1/3 = 1/6 of 2 points = 1/3.
  "L2.Q09": { response: { chosen: ["b", "e"] }, fraction: 1 / 6, score: 0.33 },
  // Two of three right, none of two wrong: 2/3 of 3 points.
  "L3.Q09": { response: { chosen: ["a", "d"] }, fraction: 2 / 3, score: 2 },
  // Both right, one of three wrong: 1 − 1/3 = 2/3 of 2 points = 4/3.
  "CAP.Q07": { response: { chosen: ["a", "b", "e"] }, fraction: 2 / 3, score: 1.33 },

  // Places in the picture, by the same rule.
  // Five of seven right, one of two wrong: 5/7 − 1/2 = 3/14 of 3 points = 9/14.
  "CAP.Q01": {
    response: { chosen: ["sender_device", "backbone", "front_end", "dc_a", "dc_b", "recipient_device"] },
    fraction: 3 / 14,
    score: 0.64,
  },

  // Blanks: pts × right/blanks.
  // Two of three, one left open: 2/3 of 3 points.
  "L1.Q09": { response: { gaps: { 2: "a", 3: "a" } }, fraction: 2 / 3, score: 2 },
  // Three of four, one wrong: 3/4 of 4 points.
  "L3.Q07": { response: { gaps: { 1: "c", 2: "b", 3: "a", 4: "c" } }, fraction: 3 / 4, score: 3 },
  // One of three: 1/3 of 3 points.
  "CAP.Q08": { response: { gaps: { 1: "a", 2: "a", 3: "b" } }, fraction: 1 / 3, score: 1 },

  // Observer grids, by the rule of sorting: in each the fullest column holds two of four.
  // Three of four right: (3 − 2)/(4 − 2) = 1/2 of 2 points.
  "LAB.Q01": {
    response: { cells: { O1_wifi: "metadata", O3_inter_dc: "nothing", O5_provider: "content", O6_demand: "nothing" } },
    fraction: 1 / 2,
    score: 1,
  },
  // Three right, one left open: the same.
  "LAB.Q02": {
    response: { cells: { O2_backbone: "metadata", O3_inter_dc: "nothing", O4_disk_thief: "nothing" } },
    fraction: 1 / 2,
    score: 1,
  },
  "LAB.Q03": {
    response: {
      cells: { O3_inter_dc: "nothing", O5_provider: "metadata", O6_demand: "metadata", O7_device_thief: "nothing" },
    },
    fraction: 1 / 2,
    score: 1,
  },
  "LAB.Q04": {
    response: {
      cells: { O1_wifi: "content", O4_disk_thief: "metadata", O6_demand: "nothing", O7_device_thief: "content" },
    },
    fraction: 1 / 2,
    score: 1,
  },

  // States of the lab: pts × conditions that hold/conditions.
  // The link is locked, the disk is not, the provider reads on: two of three.
  "LAB.Q05": {
    response: { switches: { inter_dc: true, at_rest_provider_key: false, e2e: false } },
    fraction: 2 / 3,
    score: 1.33,
  },
  // Everything locked hides the envelope on the link too: two of three.
  "LAB.Q06": {
    response: { switches: { tls: true, inter_dc: true, at_rest_provider_key: true, e2e: true } },
    fraction: 2 / 3,
    score: 1.33,
  },
};
