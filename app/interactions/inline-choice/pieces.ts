/** A sentence at its gaps: words and gap ids in turn, beginning and ending with words. "on {1}." gives ["on ", "1", "."] */
export function pieces(text: string): string[] {
  return text.split(/\{([^{}]+)\}/);
}

/** The ids of the gaps, as they come in the sentence. */
export function marks(text: string): string[] {
  return pieces(text).filter((_, index) => index % 2 === 1);
}
