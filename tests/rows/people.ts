/** Classes and the people in them. */
export const people: Record<string, string[]> = {
  "S2 join by code or link": [
    "finds the class however its code is typed, and nothing once the code is closed or renewed",
    "a teacher makes an account, a class and an assignment, and a student joins and starts it",
    "minutes 0 to 3: they come in by link or code with a name, by name and PIN on another device, and by a tablet of the room",
    "minutes 27 to 29: a late one joins by the same code, and an attempt that was ended by mistake is given back",
  ],
  "S3 pupils without e-mail; PINs made and reset by the teacher; a card to print": [
    "adds a list that was agreed to, and each student signs in with code, name and PIN of the card",
    "asks before it makes new PINs for those who were chosen; then the old ones are over",
    "is replaced by the teacher at once, wait or not; the old one and its sessions end",
  ],
  "S4 roster from CSV or pasted names": [
    "minute 3: everybody stands in the roster once, and a name like a formula or like markup is the text that it is",
    "shows row by row what cannot be added, offers no button, and stores nothing",
    "adds all or none of two lists that are agreed to at once and share a name",
    "makes one set of a form that is sent twice, also at once, and shows the same PINs for two minutes only",
    "brings a removed student of the name back as the same person, whose PIN holds",
    "reads a file in the encodings that spreadsheets write, and refuses the spreadsheet itself",
  ],
};
