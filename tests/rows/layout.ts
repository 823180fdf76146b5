/** How a quiz is laid out: sections, order, draws, ways through it. */
export const layout: Record<string, string[]> = {
  "Q55 sections with their own grade": [
    "is worth what its own questions are worth; one for an opinion is worth nothing",
    "sums each part by itself, what waits for a mark apart, and opinions not at all",
  ],
  "Q58 shuffle questions": [
    "shuffles questions within their sections, each student's in an order that stays",
    "is a permutation within each section, the same for the same seed",
  ],
  "Q59 shuffle options, stable within the attempt": [
    "keeps the order of questions and options where nothing is to be shuffled, but of no list whose order is the key",
    "shows options in an order that stays through the attempt and its review",
  ],
  "Q60 random draw from a pool": [
    "draws from the pool, no question twice and none that stands in the quiz itself",
    "takes no item twice, only such as fit, and fills as many places as can be filled",
    "draws by objective, kind and difficulty, all that are given",
    "draws nothing that is a draft, retired, an opinion or another teacher's",
    "refuses to start where a draw finds too few questions, and stores nothing",
    "reports what students drew in one column for each place of the quiz",
  ],
  "Q61 sections with headings and text": [
    "turns pages both ways where one may, never mixing two parts on one",
    "hold every question once and in order, never more than they may and never of two sections",
  ],
  "Q62 free, sequential or no-backtracking navigation": [
    "keeps an answer to a page that was left in the log, does not count it and says why",
    "goes on to the next page and to no other, and never back",
    "says on the check what was left open for good and what was never shown, and can be handed in early",
  ],
  "Q63 flag a question to come back to": ["and finds what was typed after turning pages, leaving and coming back"],
};
