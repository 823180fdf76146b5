/** Watching a class: the live view, the projector, votes. */
export const live: Record<string, string[]> = {
  "R10 live monitor: joined, working, stuck, finished": [
    "shows one row a student and one dot a question, the stuck first, and names what did not change",
    "shows a lesson by its sections: opened, gone on from, finished with the last one",
  ],
  "R11 'needs help' rule": [
    "never flags a hard worker for wrong tries alone: who has gone on to another question is not stuck",
    "takes the median of the class's steps, the usual two minutes while there are fewer than five",
    "tells right and not right of what was checked, and who tried three times is stuck until they go on",
  ],
};
