/** The kinds of question, and the rule by which each is marked. */
export const types: Record<string, string[]> = {
  "C2 observer grid": ["takes what the lab says as its key, and nothing else, for %s"],
  "Q1 single choice": ["every registered type has an example here", "giving the key as the answer earns full marks"],
  "Q2 multiple response": ["choosing everything earns nothing", "several of a list by %s earns %d: %s"],
  "Q3 true or false, with its reason": ["a verdict with a reason by %s: %j because %s earns %d"],
  "Q4 short text: variants, wildcards, case": [
    "%j earns the point",
    "%j takes %j: %d",
    "minds capital letters where the author says so, and nowhere else",
    "takes no longer for a pattern made to take long",
    "find the same texts in any pattern of stars",
  ],
  "Q5 numeric with tolerance and units": [
    "every common way to write a number means that number",
    "%j earns %d as %s",
    "a review gives the right value with its unit",
  ],
  "Q6 matching pairs": [
    "each right pair earns its share, also when a partner was used twice",
    "pairs by %s with %j earn %d: %s",
  ],
  "Q7 ordering": [
    "a half-filled or tied order is kept, shown again and earns nothing",
    "an order by %s with %j earns %d: %s",
  ],
  "Q8 categorise into groups": [
    "five of six right earn what is above guessing",
    "bins keep their order, cards do not have to",
  ],
  "Q9 gap fill in a text": [
    "each right blank earns its share and each wrong one has its reply",
    "two of three blanks by %s earn %d",
  ],
  "Q10 hotspot": [
    "a wrong place takes away its share, never below nothing",
    "a wrong place is a fault when chosen, a right one when left out",
  ],
  "Q11 essay": ["what was written waits for a person"],
  "Q14 one stimulus shared by several questions": [
    "is gone through only forwards, part by part, and nothing of a key or of a page ahead travels early",
    "pins its layout: what is changed in the quiz afterwards changes nothing in it",
  ],
  "Q15 state of a simulation is the answer": [
    "takes any setting that the lab's rules find right, for any goal that can be reached",
    "refuses a goal that no setting reaches, and says who never learns that much",
  ],
  "Q16 unscored, survey or opinion item": [
    "earns nothing, costs nothing and keeps nobody waiting for a mark",
    "is shown to the student as not marked, with what was chosen and nothing called right or wrong",
    "shows the teacher every answer, before and after handing in",
    "can be of any kind: $title",
  ],
  "Q17 grid item, each cell marked": [
    "gives each chosen cell its reason, and the right cell of each row that missed it",
    "pays one column for everybody nothing, whatever the switches and the rows",
  ],
  "Q53 partial credit with a stated rule": [
    "an answer with part of the marks comes with the line that says how they came about",
    "keeps the laws of partial credit",
    "says its rule in words, where there is one, and nothing else",
    "works out each fraction by arithmetic that is true",
    "can be told before answering, for it says nothing of what is right",
    "give the same fraction to any answer to %s when it is marked by %s",
  ],
};
