/** Sitting a quiz: attempts, time, and answers that are never lost. */
export const attempts: Record<string, string[]> = {
  "Q20 several attempts with a limit": [
    "refuses a start before it opens, after it closed and beyond the attempts",
    "adds a student's extra attempts to those of the quiz or of the exception",
  ],
  "Q24 whole-quiz time limit, enforced by the server": [
    "minute 29: the exit quiz gives eight minutes to each and twelve to who has time and a half, whenever it closes",
    "gives an attempt its limit times the student's factor, stores both, and nobody else gets it",
    "keeps an answer made after the deadline in the log and does not count it",
    "shows the stored deadline on the attempt, and the five minutes that the teacher adds at once",
  ],
  "Q26 what is there at time-out is handed in, after a grace period": [
    "hands in an attempt that ran out, as of its deadline",
    "goes on where it was when it found the time over, and was given back before the line let it say so",
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
    "minute 20: who dropped out comes back on another device, and goes on where they left",
    "a second browser takes over, and the stale first one shows the newer answer and says so",
  ],
  "Q33 second tab or stale post cannot overwrite newer answers": [
    "lets the answer stand that was made last, whichever device's line was slower",
    "a second browser takes over, and the stale first one shows the newer answer and says so",
    "changes for a page when another one answered, not by its own answers",
    "a client whose clock is %d ms off stores the same as a right one",
  ],
  "Q34 answer while offline, sync later": [
    "minutes 20 to 22: the line of ten drops, they send again, and nothing is lost or there twice",
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
  "S6 open, due and close as three times in the class's zone": [
    "%s: elapsed minutes are elapsed minutes, and a wall time stays one %#",
    "calls work late by when the newest counted answer was made, everywhere alike",
    "closes when it is due where late work is not taken",
  ],
  "S10 extra time also widens the closing time": [
    "minute 29: the exit quiz gives eight minutes to each and twelve to who has time and a half, whenever it closes",
    "minute 38: when it closes, who is at work has handed in what they had, and extra time goes on past it",
    "widens the closing time by what extra time adds, without being told",
    "gives whoever starts before close all the time that extra time adds",
  ],
};
