/*
 * The card of a mark opens by a press without any script. This opens it also while one points at the mark or has it in focus,
 * and keeps it while one points at the card or is in it. Escape and a press elsewhere close it, as the browser does itself.
 * A card that somebody only comes past has no stops for Tab. A press leads into it, so that it is heard, and to its links.
 */

/** Long enough not to flicker under a passing pointer, and to cross the gap between mark and card. In milliseconds. */
const pauses = { open: 150, close: 300 };

let at: HTMLElement | null = null;
let pointed = false;
/** The focus has opened the card, and the mark was not pressed since. */
let focused = false;
let closing = false;
let timer: ReturnType<typeof setTimeout> | undefined;

document.addEventListener("pointerover", ({ target, pointerType }) => {
  if (pointerType === "touch") return;
  const mark = markOf(target);
  if (mark) later(pauses.open, () => show(mark, true));
  else if (card()?.contains(target as Node)) clearTimeout(timer);
  // Only what pointing has opened closes when one points elsewhere; what was pressed or has the focus stays.
  else if (pointed) later(pauses.close, hide);
  else clearTimeout(timer);
});

// A card that closes gives the focus back to its mark, which is not somebody coming to it. This event does not bubble.
document.addEventListener(
  "beforetoggle",
  (toggle) => {
    if ((toggle as ToggleEvent).newState !== "closed") return;
    closing = true;
    setTimeout(() => {
      closing = false;
    });
  },
  true,
);

document.addEventListener("focusin", ({ target }) => {
  if (closing) return;
  const mark = markOf(target);
  if (mark?.matches(":focus-visible")) show(mark, false);
  else if (!mark && !card()?.contains(target as Node)) card()?.hidePopover();
});

document.addEventListener("click", (press) => {
  const mark = press.isTrusted ? markOf(press.target) : null;
  if (!mark) return;
  clearTimeout(timer);
  // What pointing or the focus has opened stays when it is pressed; a card that another mark has opened moves to this one.
  if (mark === at && (pointed || focused) && card()) press.preventDefault();
  else if (mark !== at) card()?.hidePopover();
  pointed = false;
  focused = false;
  at = mark;
  // After the press has done its own part, which is to open the card or to close it.
  setTimeout(() => {
    stops(0);
    card()?.focus();
  });
});

function show(mark: HTMLElement, byPointer: boolean): void {
  clearTimeout(timer);
  if (mark === at && card()) return;
  card()?.hidePopover();
  at = mark;
  pointed = byPointer;
  focused = !byPointer;
  // Pressing and not showPopover(): so the browser knows which of several marks the card belongs to, and puts it there.
  if (!card()) mark.click();
  stops(-1);
}

/** @param tab 0: Tab stops at the links of the open card, -1: it goes past them */
function stops(tab: 0 | -1): void {
  for (const link of card()?.querySelectorAll("a") ?? []) link.tabIndex = tab;
}

function hide(): void {
  if (!card()?.contains(document.activeElement)) card()?.hidePopover();
}

function later(pause: number, then: () => void): void {
  clearTimeout(timer);
  timer = setTimeout(then, pause);
}

/** The open card of the mark that was pointed at, pressed or in focus last. */
function card(): HTMLElement | null {
  const found = at && document.getElementById(at.getAttribute("popovertarget") ?? "");
  return found?.matches(":popover-open") ? found : null;
}

function markOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(".ref[popovertarget]") : null;
}

export {};
