/** Watching a class: the live view, the projector, votes. */
export const live: Record<string, string[]> = {
  "R10 live monitor: joined, working, stuck, finished": [
    "minutes 10 to 20: the live view says where each one reads, and first of all who stopped going on",
    "shows one row a student and one dot a question, the stuck first, and names what did not change",
    "shows a lesson by its sections: opened, gone on from, finished with the last one",
    "sends what changed and only that, and 304 when nothing did",
    "follows the class by itself, and leaves focus, rows that did not change and scroll where they are",
    "asks every second and a half, and not at all while nobody looks",
    "helps from the row: five minutes at once, a new PIN, and back again",
  ],
  "R11 'needs help' rule": [
    "minutes 10 to 20: the live view says where each one reads, and first of all who stopped going on",
    "never flags a hard worker for wrong tries alone: who has gone on to another question is not stuck",
    "takes the median of the class's steps, the usual two minutes while there are fewer than five",
    "tells right and not right of what was checked, and who tried three times is stuck until they go on",
  ],
  "R17 projector view: names off, no shame": [
    "minutes 7 to 10: the wall counts what was handed in, and tells no name in any byte",
    "is hidden below three answers: one would see whose they are",
    "stands in an order that more answers, other answers and the key do not change",
    "stands on the wall without a name, an id or a key in any byte, however it is looked at",
    "keeps the key off the wall while it is held back from somebody of the class, and says so",
  ],
  "Q50 answer, see the class, answer again": [
    "minutes 22 to 27: the class votes, talks and votes again, and the wall holds back each vote until it is closed",
    "is one at a time, also when two are opened at once, and never on what a person has to mark",
    "keeps the newest answer of each, counts nobody after it closed, and stands beside the next one",
    "votes, sees how it stands, and votes again beside it",
  ],
};
