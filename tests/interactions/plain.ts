/** Text as it is read, from text as React writes it. */
export function plain(text: string): string {
  const marks: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#x27;": "'", "&amp;": "&" };
  return text.replace(/&(lt|gt|quot|#x27|amp);/g, (mark) => marks[mark] as string);
}
