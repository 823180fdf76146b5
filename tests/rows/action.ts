/** From what a class has not understood to what is done about it. */
export const action: Record<string, string[]> = {
  "R15 misconceptions that students hold, from the distractors they chose": [
    "follows the newest work that could show it: %s",
    "ranks them by how many hold them, and says who, by which answers, of how many who met them, and how sure that is",
    "says nothing of an idea that fewer than five students have met",
    "is ranked with how many hold it of how many met it, and its names stand behind a click",
  ],
  "R21 from the report to an assignment for just those students": [
    "minutes 41 to 44: each sees their result with its reason, and who holds the wrong idea gets it taught again, nobody else",
    "is taught again by one press to exactly those nine, who are told neutrally; for others it does not exist",
    "gives a section and a quiz of its own to exactly those students, once however often it is sent",
    "starts from one answer too: for the idea behind it, or else by what the question measures",
  ],
  "C6 a wrong idea is taught again, asked again, and counted again": [
    "is cleared by answers to other questions on it, which the report counts against those it was taught to",
    "offers questions on the same idea that fewest of them have had: no draft, no colleague's, no lesson check, no copy beside its origin",
    "says how many held it when it was taught again, how many have answered since, and how many hold it now",
  ],
};
