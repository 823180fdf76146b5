/** Lessons as something to read, and the page that shows Keyhole itself. */
export const craft: Record<string, string[]> = {
  "C9 this app as the specimen": [
    "has words for every table of the schema and for no other",
    "has words for every column of a table that stores something about people",
    "knows every column that names a person, as whom the row is about or as who did it",
    "tells a stranger every table and column, that nothing of theirs is among them, and the locks of this connection",
    "comes out whole: every row in which their id stands, and nothing of anybody else",
    "counts what a guest did, gives all of it out, and forgets the guest when they ask",
    "lets a student delete practice at once, and keeps what the class asked for, with its result held back",
    "says %s what that means, and sets the lab's locks like that",
  ],
  "L1 ordered lesson pages": ["section by section from the first page to the last, and plays its quiz to the result"],
  "L2 table of contents, jump between pages": [
    "has a table of contents, and on each page the way to every other one, with what was read",
  ],
  "L3 resume at the last page on any device": [
    "goes on at the page after the last one that was read, on another device too",
  ],
  "L4 progress and completion per page": [
    "has a table of contents, and on each page the way to every other one, with what was read",
    "section by section from the first page to the last, and plays its quiz to the result",
  ],
  "L5 questions inside the lesson, marked at once": [
    "and is told why an answer to $id is not right, only after answering",
  ],
  "L11 definitions in place": [
    "opens what a term means in place by keyboard and shuts it again, also with JavaScript %s",
  ],
  "L15 read offline, by print": [
    "and prints $slug whole: every heading, paragraph, line and cell that its sections show",
    "is a handout for its teacher with and without the key, with nobody’s answers on it, and never with the key for a student",
  ],
  "L17 version and date of review shown": [
    "tells of a lesson, of each section and of its paper which version it is and when it was last checked",
  ],
  "L18 printable lesson page": [
    "and prints $slug whole: every heading, paragraph, line and cell that its sections show",
  ],
  "L20 text size, contrast, read-aloud under the learner's control": [
    "go onto every page, come back to the page where they were made, and stay until they are changed",
    "is clean at $width px, $scheme, with the largest letters, the widest spacing and the strongest contrast",
    "hears a section sentence by sentence by keyboard, without marks and their numbers, and pauses where it was",
  ],
};
