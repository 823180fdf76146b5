import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

/** Rows of the feature table that are claimed, and the titles of the tests that show each. Nothing is claimed in prose. */
const rows: Record<string, string[]> = {
  "A1 question bank separate from quizzes": [
    "finds the course's questions, reads one as a student meets it with all that is behind it, and copies it",
    "gives fifty a page and says how many there are",
  ],
  "A2 question versions, history, always latest or pinned": [
    "keeps every version with who wrote it, when and what kind of change it was",
    "gives a typo fix to quizzes held at the same meaning, and a change of meaning to none",
    "is named in words: the question, an option, the key, the feedback to an option, a hint",
  ],
  "A3 draft and ready": [
    "keeps a draft and what is retired to its owner, and shows others what is ready",
    "stores a draft, is shown what to mend before it can be used, mends it and makes it ready",
    "keeps what is in use free of what is to mend",
  ],
  "A4, A5 tags and objectives on questions": [
    "finds by words, objective, misconception, type, tag, difficulty, state and owner, one or all together",
  ],
  "A5 tags and objectives on questions": [
    "finds by words, objective, misconception, type, tag, difficulty, state and owner, one or all together",
  ],
  "A7 where a question is used; copy with and without the link": [
    "says where a question is used, and what a linked one gets that a copy does not",
    "copies with the wording, knows where the copy came from, and lets each go its own way",
  ],
  "A8 preview on the code the student gets": [
    "opens a copy of a question of every type, sees it as a student does, and saves it as it was without a new version",
    "runs with the dates, limit, extra time and hidden clock of the student as whom it is tried",
    "appears in no report, gradebook, export, list of work or practice, handed in or not",
    "is tried on the pages of a student, which say so, and leaves no trace in any list",
    "shows results when they would be shown to that student",
  ],
  "A9 reorder, pages and sections without a page load": [
    "moves a question without a page load; the focus stays on it, and what was done is said",
    "moves a question past its neighbour, and at the end of a section into the next one",
    "is made, filled from the bank, parted into two sections, reordered, weighed and drawn for",
  ],
  "A10 bulk edit: tags and states": [
    "tags many at once, each once, and takes the tag away again",
    "tags, retires and brings back many at once, and is told what happened",
  ],
  "A11 lint": [
    "find nothing to mend in a good one, and say what a guesser gets",
    "see %s",
    "from %s is exact",
    "makes ready only what has nothing to mend, and brings back from retirement accordingly",
  ],
  "A12 found by misconception": [
    "finds by words, objective, misconception, type, tag, difficulty, state and owner, one or all together",
    "names the misconceptions behind a wrong answer, each chosen from a list",
    "keeps a misconception that the list has no more",
    "%s: what Chromium sends is what was written, on any width without an axe violation",
  ],
  "A13 questions written in Markdown": ["gets more rows and a preview of what is not stored, and what was typed stays"],
  "A14 several authors, no lost edits": [
    "stores nothing over a newer version that the writer has not seen",
    "lets one of two who save at the same moment through, and tells the other",
    "writes in two tabs at once, sees both versions, and loses neither",
    "opens a question to a colleague, who changes it; the history says who",
    "refuses what was drawn from an older state, and takes what only adds",
    "lets exactly one of two changes at once through",
    "refuses a stale page, and shows both what stands now and what was wanted",
  ],
  "A15 copy to another class, dates shifted": [
    "keep their distance by the clock on the wall: %s",
    "copies an assignment with all of its rules and none of its exceptions",
    "is given to a class, tried as one student with that one's extra time, and copied with its dates moved",
  ],
  "A16 shared library of ready quizzes": [
    "shows teachers the course's, their own and others' ready ones, and lets the owner open hers to others",
    "copies a quiz with the same questions, or with copies that know where they came from",
    "is read and copied by who may not change it",
  ],
  "A18 alt text of pictures enforced": ["see %s"],
  "A19 measured difficulty kept on the question": [
    "measures a question by what classes handed in since its meaning changed, and not by practice",
  ],
  "C2 observer grid": ["takes what the lab says as its key, and nothing else, for %s"],
  "demand 7, edits and past attempts kept apart": [
    "leaves a running attempt and a handed-in one at the version they began with, and gives the newest to the next",
  ],
  "G1 automatic marking": ["give the same fraction to any answer to %s"],
  "G2 marking by question and by student": [
    "hands out the answers one after another until none waits, blank ones never",
    "earns by what is ticked in the rubric, offers remarks again, and goes through one student's answers",
  ],
  "G3 marking with names hidden": [
    "has its written answers marked with names hidden, by ticks in the rubric and with a remark used again",
  ],
  "G4 rubric on a free answer": [
    "earns by what is ticked in the rubric, offers remarks again, and goes through one student's answers",
  ],
  "G5 comment on one answer; override its mark": [
    "overrides a mark with a reason that the student reads, and takes it back",
  ],
  "G6 regrade after fixing a question, with a dry run": [
    "does what the dry run of %s said, and its undo restores every mark and score",
    "changes nothing when something goes wrong in the middle",
    "shows others all marks as before or all as after, never some of each",
    "fixes a question: sees every old and new mark, agrees, and undoes it; the student reads what happened",
  ],
  "G7 drop a question, full marks for all, accept a further answer": [
    "marks who is still at work, and who starts later, by the corrected question",
    "leaves what a person marked, but for full marks and for dropping, which are for all",
  ],
  "G9 final grade: highest, average, first, last attempt": [
    "takes the %s of several complete attempts, never a void one or one under way",
    "lets the %s attempt count, in the gradebook, the CSV and the student's work alike",
  ],
  "G10 pass mark and completion": ["says of %s of %s with %s percent asked: %s"],
  "G11 reopen, reset or void one attempt": [
    "gives an attempt back with its answers, and marks it again when it is handed in",
    "takes a reopening back to what it was, to the last digit",
    "lets a student start again after an attempt was made void, and the void one count again later",
  ],
  "G13 provenance of a mark": ["keeps who changed a mark, when, and what stood there before"],
  "O10 self-host with one command": [
    "prints an address where the sample class is, and finds it as it was at the next start",
  ],
  "O11 try as guest without an account": [
    "section by section from the first page to the last, and plays its quiz to the result",
    "and the key of every item earns full marks, with the written answer left to compare",
  ],
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
  "Q20 several attempts with a limit": [
    "refuses a start before it opens, after it closed and beyond the attempts",
    "adds a student's extra attempts to those of the quiz or of the exception",
  ],
  "Q24 whole-quiz time limit, enforced by the server": [
    "gives an attempt its limit times the student's factor, stores both, and nobody else gets it",
    "keeps an answer made after the deadline in the log and does not count it",
    "shows the stored deadline on the attempt, and the five minutes that the teacher adds at once",
  ],
  "Q26 what is there at time-out is handed in, after a grace period": [
    "hands in an attempt that ran out, as of its deadline",
    "takes an answer made in time while the grace of its assignment lasts, and none made after the deadline",
  ],
  "Q27 timer hidden, announced at thresholds": [
    "is told in minutes, can be hidden for good, and is announced at 10, 5 and 1 minutes",
    "is announced once each at 10, 5 and 1 minutes on any way down, and at nothing else",
    "follows a moved deadline with the next look, ten seconds later",
    "never tells seconds",
  ],
  "Q30 every answer saved as it is given": [
    "keeps a choice as soon as it is made, and says so in words",
    "what was typed while the server was killed is there after it started again, and pages turned meanwhile",
  ],
  "Q31 save and connection state always visible": [
    "answers go on over page turns, handing in waits and can be taken back, and nothing is missing when it is back",
    "says that an answer is on this device only while the line is down, and saves it by itself afterwards",
    "says that it is not saved where the device keeps nothing, and tries on",
  ],
  "Q32 continue on another device": [
    "a second browser takes over, and the stale first one shows the newer answer and says so",
  ],
  "Q33 second tab or stale post cannot overwrite newer answers": [
    "lets the answer stand that was made last, whichever device's line was slower",
    "a second browser takes over, and the stale first one shows the newer answer and says so",
    "changes for a page when another one answered, not by its own answers",
    "a client whose clock is %d ms off stores the same as a right one",
  ],
  "Q34 answer while offline, sync later": [
    "answers go on over page turns, handing in waits and can be taken back, and nothing is missing when it is back",
    "a page that comes back finds what was not sent, shows it and sends it",
  ],
  "Q35 summary with unanswered questions": [
    "says on the check what was left open for good and what was never shown, and can be handed in early",
    "answers go on over page turns, handing in waits and can be taken back, and nothing is missing when it is back",
  ],
  "Q36 receipt": [
    "hands in what ran out, and the receipt says that the time was over, how many answers there are and when they were made",
    "gives a receipt also while the result is not released",
    "hands in by itself when it is over, with what was typed last, and says so",
  ],
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
  "Q53 partial credit with a stated rule": [
    "an answer with part of the marks comes with the line that says how they came about",
    "keeps the laws of partial credit",
    "says its rule in words, where there is one, and nothing else",
    "works out each fraction by arithmetic that is true",
    "can be told before answering, for it says nothing of what is right",
    "give the same fraction to any answer to %s when it is marked by %s",
  ],
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
  "Q67 every type by keyboard": [
    "is answered and handed in with the keyboard alone, nothing dragged, without an axe violation on the way",
  ],
  "Q68 no dragging needed": [
    "is answered and handed in with the keyboard alone, nothing dragged, without an axe violation on the way",
  ],
  "Q70 works on a phone": [
    "shows each kind of page at $width px, $scheme, without a console error, an axe violation or sideways scrolling",
  ],
  "Q71 works without JavaScript": ["is answered and handed in with JavaScript off"],
  "Q77 no pass or fail banner in practice": [
    "in practice: says why a wrong one is wrong, keeps the key until it is settled, and the result agrees",
  ],
  "S6 open, due and close as three times in the class's zone": [
    "%s: elapsed minutes are elapsed minutes, and a wall time stays one %#",
    "calls work late by when the newest counted answer was made, everywhere alike",
    "closes when it is due where late work is not taken",
  ],
  "S8 override for one student: dates, time, attempts": [
    "gives an exception to an attempt under way, and neither a smaller one nor its removal shortens it",
    "says of a student with an exception where it stands for them, in reports and on their own page",
    "takes an exception for one student, says what is wrong with one, removes it and brings it back",
  ],
  "S9 standing extra-time factor on the student": [
    "gives a changed accommodation to an attempt under way and never takes it back from it",
    "gets its factor from the roster, and the student reads it before the start and no classmate does",
  ],
  "S10 extra time also widens the closing time": [
    "widens the closing time by what extra time adds, without being told",
    "gives whoever starts before close all the time that extra time adds",
  ],
};

const tests = fs
  .readdirSync("tests", { recursive: true, withFileTypes: true })
  .filter((entry) => /\.test\.tsx?$/.test(entry.name) && entry.name !== "rows.test.ts")
  .map((entry) => fs.readFileSync(path.join(entry.parentPath, entry.name), "utf8"))
  .join("\n");

describe("the rows that Keyhole claims", () => {
  it.each(Object.entries(rows))("%s is shown by tests that exist", (_, titles) => {
    expect(titles.filter((title) => !tests.includes(`"${title}"`))).toEqual([]);
  });
});
