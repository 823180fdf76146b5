/** Running Keyhole: on one machine or several, and keeping what it holds. */
export const hosting: Record<string, string[]> = {
  "O4 backup and restore, the course with or without user data": [
    "holds every answer that was acknowledged before it began, restored into the other database",
    "shows the same marks in either database, and lets everybody in again",
    "restores every value exactly into the other database",
    "is refused when it is cut off, changed or no backup, and changes nothing then",
    "is refused when a newer release made it, or another program with tables of its own",
    "of an older release is brought up to this one",
    "of the course alone names nobody, and its questions become those of the host of a new installation",
    "holds nothing by which somebody gets in without SESSION_SECRET",
  ],
};
