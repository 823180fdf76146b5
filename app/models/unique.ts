/** Whether a write failed because a unique index already holds the value. Both drivers carry the code; Drizzle wraps it. */
export function isTaken(error: unknown): boolean {
  return (error as { cause?: { code?: string } } | null)?.cause?.code === "23505";
}
