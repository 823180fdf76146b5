/** The text of a list as it was pasted or chosen as a file, or what is wrong with it and at which field. */
type ListText = { text: string; guessed: boolean } | { text: string; wrong: "list" | "file"; says: string };

/**
 * The list that a form brings: what was typed into `list`, or the file of `file`. A file's text goes into the field
 * afterwards, because no page can choose a file again.
 */
export async function listText(form: FormData, pasted: string): Promise<ListText> {
  const file = form.get("file");
  const chosen = file instanceof File && file.size > 0 ? file : null;
  if (!chosen && pasted.trim() === "")
    return { text: pasted, wrong: "list", says: "Paste the names here, or choose a file." };
  if (!chosen) return { text: pasted, guessed: false };
  const bytes = new Uint8Array(await chosen.arrayBuffer());
  // A zip, as XLSX and ODS are.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3)
    return {
      text: pasted,
      wrong: "file",
      says: "That is a whole spreadsheet. Save the sheet as CSV, or copy the names and paste them above.",
    };
  if (pasted.trim() !== "")
    return { text: pasted, wrong: "file", says: "There are names in the field already. Empty it, or choose no file." };
  const { text, guessed } = decoded(bytes);
  // PostgreSQL cannot hold NUL.
  return { text: text.replaceAll("\0", ""), guessed };
}

/** Spreadsheets write UTF-16 with a mark, UTF-8, or the code page of Western Windows; the last one is a guess. */
function decoded(bytes: Uint8Array): { text: string; guessed: boolean } {
  const mark = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0);
  if (mark === 0xfffe) return { text: new TextDecoder("utf-16le").decode(bytes), guessed: false };
  if (mark === 0xfeff) return { text: new TextDecoder("utf-16be").decode(bytes), guessed: false };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), guessed: false };
  } catch {
    return { text: new TextDecoder("windows-1252").decode(bytes), guessed: true };
  }
}
