/** The follow-a-message lab. */
export const lab: Record<string, string[]> = {
  "C1 follow-a-message lab": [
    "cover all 32 settings once",
    "TLS changes nothing for observers 3 to 7, end-to-end nothing for 7, and the others one observer each",
    "a demand never brings more than the provider has",
    "turning a protection on never gives any observer more",
    "meets each of the seven observers once, and shows what that one learns",
    "predicts, runs and explains by the keyboard alone, step by step without a new page",
    "does predict, run and explain with JavaScript off, breaks no rule of axe and is never wider than a phone",
    "predicts, follows the message page by page, and compares; a stranger becomes a guest by it",
    "puts first what differs from the prediction, with a mark and a word at each",
    "are kept beside the earlier ones, with how many were right; the same form sent twice is kept once",
    "shows the class's predictions to its teacher and observers, with names only behind a link",
    "stands in a lesson: predicted there, run in the lab, and back to the section",
    "asks questions whose answers the rules check, with a setting that shows why",
    "its worked example is never the setting that is asked about",
    "what a preset shows stands only beside results",
    "numbers its six rules, each observer under one of them, at addresses that open them",
    "says that the locks have changed, and offers to show them where the message would be sent",
    "says before a prediction is sent who will see it",
  ],
  "L9 interactive simulation with its own state": [
    "come back as they were written, for all 32",
    "plays by itself, pauses, and moves the picture with the words",
    "stands in a lesson: predicted there, run in the lab, and back to the section",
  ],
};
