/** What a student is told, and when, and what comes back to be tried again. */
export const feedback: Record<string, string[]> = {
  "Q40 feedback only after handing in": ["keeps scores from a student until the review setting lets them out"],
  "Q41 immediate feedback per question": [
    "in practice: says why a wrong one is wrong, keeps the key until it is settled, and the result agrees",
  ],
  "Q42 several tries with hints and falling credit": [
    "takes a part of the credit away with each check after the first, and the best check counts",
    "settles a question with a right answer or the last try: what comes later is in the log and does not count",
    "never falls by trying on, is never more than the best, and without a penalty is the best",
  ],
  "Q43 feedback per option": [
    "and a partly right answer earns exactly what its rule says, and an expected slip gets its reply",
    "says of a chosen wrong option that it is wrong and why, and leaves the right one untold without the key",
  ],
  "Q44 overall feedback by grade band": [
    "is the text of the highest band reached: %s",
    "turns pages both ways where one may, never mixing two parts on one",
  ],
  "Q45 ordered hints": ["shows hints one after another, in the order of their author"],
  "Q46 feedback links to the page that explains it": [
    "and each reason leads to the place in the lessons that explains it",
  ],
  "Q47 review matrix": [
    "lets each aspect out at its own moment, and the key of one who may still work to nobody",
    "tells a student nothing that its author kept back while nothing is shown, for any answer to %s",
    "in a class: costs what the teacher set, asks how sure one is, and shows each thing at its moment",
  ],
  "Q48 own answers again, per attempt": [
    "sees the key of every item earn full marks, at the student's and at the teacher's desk",
  ],
  "Q49 confidence, never penalised": ["keeps how sure a student was with the answer, and it changes no mark"],
  "Q51 retry only the questions missed": [
    "come at once, and exactly, when somebody retries what they missed in one attempt",
    "tries again only what was missed, question by question, from the result's page",
  ],
  "Q52 spaced review: items come back after days": [
    "come the day after the mistake, then about 4 and 14 days after right answers, and soon after a wrong one",
    "is never before tomorrow, whatever was answered when, and never much more than a year away",
    "moves further away with every right answer that was due, however it stood before",
    "are asked through a sister question on the same idea until that is right, then as themselves",
    "change nothing of attempts, answers, marks and the gradebook",
    "wait until the results of a test are out, and until every test that asks or may draw them is over",
    "finds on the next day what was missed, answers it once, and reads why",
  ],
  "Q77 no pass or fail banner in practice": [
    "in practice: says why a wrong one is wrong, keeps the key until it is settled, and the result agrees",
  ],
};
