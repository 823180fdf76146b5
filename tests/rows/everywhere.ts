/** What holds for the whole product, however it is used. */
export const everywhere: Record<string, string[]> = {
  "O9 thirty starts in one second, thirty submits in one second": [
    "thirty start in one moment, some pressing twice, and thirty hand in in one moment: one attempt each, all marked",
  ],
  "O10 self-host with one command": [
    "prints an address where the sample class is, and finds it as it was at the next start",
  ],
  "O11 try as guest without an account": [
    "section by section from the first page to the last, and plays its quiz to the result",
    "and the key of every item earns full marks, with the written answer left to compare",
  ],
  "Q67 every type by keyboard": [
    "is answered and handed in with the keyboard alone, nothing dragged, without an axe violation on the way",
  ],
  "Q68 no dragging needed": [
    "is answered and handed in with the keyboard alone, nothing dragged, without an axe violation on the way",
  ],
  "Q70 works on a phone": [
    "shows each kind of page, wide and light, narrow and dark, and those of students at 200 % and in the largest letters, without a request to anybody else, a console error, an axe violation or sideways scrolling",
  ],
  "Q71 works without JavaScript": ["is answered and handed in with JavaScript off"],
};
