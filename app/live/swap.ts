/**
 * Puts the parts of a newer copy in place of those that stand there. Focus stays on what has the same id, an unchanged row
 * stays the element that it was, and the frames around the parts keep their scroll.
 * @returns whether it could: not when the copy leaves out a row that is not here, or has a part that is not
 */
export function swap(root: HTMLElement, html: string): boolean {
  const copy = new DOMParser().parseFromString(html, "text/html");
  const pairs = [...copy.querySelectorAll<HTMLElement>("[data-part]")].map(
    (part) => [part, root.querySelector<HTMLElement>(`[data-part="${part.dataset.part}"]`)] as const,
  );
  const whole = pairs.every(([part, old]) => old && rowsOf(part, old).every((row) => row));
  if (pairs.length === 0 || !whole) return false;
  const focused = root.contains(document.activeElement) ? document.activeElement : null;
  for (const [part, old] of pairs) put(part, old as HTMLElement);
  if (focused?.id && !focused.isConnected) document.getElementById(focused.id)?.focus({ preventScroll: true });
  return true;
}

/** The rows as they are to stand: newer ones out of the copy, the others as they stand here. */
function rowsOf(part: HTMLElement, old: HTMLElement): (Element | null)[] {
  const named = (place: HTMLElement, version: string) => place.querySelector(`[data-v="${version}"]`);
  const order = part.dataset.order?.split(" ").filter(Boolean);
  return order?.length ? order.map((version) => named(part, version) ?? named(old, version)) : [...part.children];
}

/** Rows that stay are not moved unless their order changed: what is moved loses the focus. */
function put(part: HTMLElement, old: HTMLElement): void {
  if (!part.dataset.order) {
    if (part.innerHTML !== old.innerHTML) old.replaceChildren(...part.childNodes);
    return;
  }
  const next = rowsOf(part, old) as Element[];
  const stays = new Set(next);
  for (const row of [...old.children]) if (!stays.has(row)) row.remove();
  let at = old.firstElementChild;
  for (const row of next) {
    if (row === at) at = at.nextElementSibling;
    else old.insertBefore(row, at);
  }
}
