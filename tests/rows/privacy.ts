/** What is kept of people, for whom, how long, and who looked. */
export const privacy: Record<string, string[]> = {
  "O1 roles: host, teacher, co-teacher, student, author, observer": [
    "%s: who is named may, everybody else gets the same 404 as for what there is not",
    "keeps the host out of every class that they are not in, and lets them see no work",
    "opens %s and its data to those in the table and nobody else",
    "refuses a post to %s to everybody who is not in the table",
  ],
  "O3 audit log": [
    "says of every page of a class whether a look at it is written down",
    "%s is written down, or shows no work",
    "is told to the student whom it is about, to the teachers of the class and to the host, with who, what and whose",
    "does not grow by a live view that draws itself anew",
    "is turned page by page, and comes out whole as a file",
    "takes no change from anybody: its addresses take no form",
    "writes a change down with it or not at all, by whom and whose it was",
  ],
  "O5 export of my data, by the learner, in one click": [
    "comes out whole: every row in which their id stands, and nothing of anybody else",
    "give a person all that is stored about them in one press, as one page that loads nothing, and as JSON of the same",
    "has words for every table of the schema and for no other",
    "gives out nothing that lets somebody in, in no table",
    "keeps a result back that is not shown yet, and tells that of practice",
  ],
  "O6 delete a person, class statistics kept": [
    "leaves nothing that says who it was or what they wrote, in no table, and every number of the class as it was",
    "keeps what marked itself right, which is the key’s words, and of a lesson that was given the checks without words",
    "leaves a record that nobody signs in to, renames or gives a PIN, and that is in no list of people",
    "takes the record that was merged into theirs along, and what was under way",
    "say what goes and what stays, delete nobody whose name was not typed, and then keep the numbers of the class",
    "write somebody’s files, delete them once their name was typed, and remove what is past its time",
  ],
  "O7 retention periods, applied by the system": [
    "deletes students when all their classes are over for so long, keeps their marks, and nobody who is still about",
    "tells before how many of which classes would go, and changes nothing by telling",
    "removes guests who do not come back with what they did, and nobody who has joined or signed up",
    "removes sessions, links and counts that open and count nothing any more, and old lines, and no other",
    "is done by one of many that look at once, again the next day, and again by another when it failed",
    "set how long things are kept, show before what would go, and refuse what is no time with what was typed",
  ],
  "O8 no third-party trackers, no CDN, minimal data": [
    "loads nothing from anybody else: no picture, script, style, font or frame, and sends no form there",
    "shows each kind of page, wide and light, narrow and dark, and those of students at 200 % and in the largest letters, without a request to anybody else, a console error, an axe violation or sideways scrolling",
    "tells no name, login, password, PIN, class code, cookie or answer, also where a request is refused or breaks",
  ],
};
