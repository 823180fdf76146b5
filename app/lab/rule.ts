/** The one-line reason for learners. Source: brief part 5.3. */
export const rule =
  "You learn the text if you hold a key, stand where it is open, or get it from someone who does. You learn the envelope (who, when, how much) if you stand where no other lock covers it as well.";
