/** What makes a lesson one of claims with sources, and what makes it last. */
export const learning: Record<string, string[]> = {
  "L6 branch on the answer given": [
    "names the idea behind a wrong answer to a check and what to read next, and neither of them before",
  ],
  "L10 stepped worked examples": ["$slug has an example that is opened step by step, and stands open on paper"],
  "L12 written reflection": [
    "and finds the own words of $id again",
    "a student shares a reflection with the teachers of the class, and takes it back",
    "are read by the teachers whom their students let, the newest of each, until it is taken back",
  ],
  "L16 each claim shows its source and status": [
    "opens where it stands when it is pointed at, and stays until one leaves or presses Escape, at $width px",
    "opens in focus as one Tab stop; Enter leads into its card and to its links, Escape back to the mark",
    "opens by a tap or a press also without JavaScript",
  ],
  "C3 claim ledger": [
    "are claims and readers’ comments, both, in the lessons",
    "$id tell nothing before they are sorted, then card by card why, what differs first",
    "only what the lesson settles can be wrong; a second kind is partly right",
  ],
  "C4 dated evidence line": [
    "asks what came first before it shows the line, tells where the trap was, and filters what happened",
    "shows the line without a guess to who asks for it, each event with what it rests on and makes possible",
    "rests on claims and background that exist, and is asked about five events of different dates",
  ],
  "C5 sure-and-wrong map": [
    "tells of each objective how sure the class was, and what of that was right",
    "meets that first in the result, and the class’s map tells the teacher of it by objective",
    "keeps how sure a student was with the answer, and it changes no mark",
  ],
  "C7 key-custody contrast pairs": [
    "asks about each pair before it says why, keeps the answers, and shows first what was decided otherwise",
    "are five or six, differ in one switch at most, and the lab gives each key that it can give",
    "name no product or company, and rest on rules of the lab or on B30, B31 and B33 alone",
  ],
};
