/*
 * Reads a section aloud with the browser's own voice. The controls stay hidden where there is none. Sentence by sentence, so
 * that pausing is exact: what browsers call pause is a stop on some phones.
 */
const controls = document.querySelector<HTMLElement>("[data-aloud]");
const speech = window.speechSynthesis as SpeechSynthesis | undefined;
const part = <Part extends HTMLElement>(name: string) => controls?.querySelector<Part>(`[data-${name}]`) as Part;

type Sentence = { text: string; block: Element };
/** What is for the eye or for typing: marks and their numbers, notes, pop-ups, pictures, forms. */
const silent = ".ref, .notes, .gloss, .vh, .btns, form, svg, script, [popover], [hidden]";
const blocks = "h1, h2, h3, h4, p, li, figcaption, th, td, dt, dd, blockquote";

const sentenceEnds = new Intl.Segmenter("en", { granularity: "sentence" });

let at = 0;
let speaking = false;
/** Counts what was begun: the end of an utterance that was cut off must not begin the next one. */
let turn = 0;

if (controls && speech) {
  const show = () => {
    controls.hidden = voice() === undefined;
  };
  show();
  speech.addEventListener?.("voiceschanged", show);
  part("play").addEventListener("click", () => (speaking ? pause() : play()));
  part("stop").addEventListener("click", stop);
  // The voice would go on over the next page.
  window.addEventListener("pagehide", () => speech.cancel());
}

/** An English voice of this device; one that the browser's maker speaks from afar only where there is no other. */
function voice(): SpeechSynthesisVoice | undefined {
  const english = speech?.getVoices().filter(({ lang }) => /^en\b/i.test(lang)) ?? [];
  return english.find(({ localService }) => localService) ?? english[0];
}

function play(): void {
  speaking = true;
  say(sentences());
  tell();
}

function pause(): void {
  speaking = false;
  turn++;
  speech?.cancel();
  tell();
}

function stop(): void {
  pause();
  at = 0;
  mark(undefined);
  tell();
  part("play").focus();
}

function say(all: Sentence[]): void {
  const here = all[at];
  if (!here) {
    stop();
    return;
  }
  const mine = ++turn;
  const utterance = new SpeechSynthesisUtterance(here.text);
  utterance.lang = "en";
  utterance.voice = voice() ?? null;
  utterance.addEventListener("end", () => {
    if (mine !== turn) return;
    at++;
    say(all);
  });
  utterance.addEventListener("error", () => mine === turn && pause());
  mark(here.block);
  speech?.speak(utterance);
}

/** The sentences of the page in order, as they are to be heard. */
function sentences(): Sentence[] {
  const text = [...document.querySelectorAll(".lesson-head h1, .prose")].flatMap((one) =>
    one.matches("h1") ? [one] : [...one.querySelectorAll(blocks)],
  );
  return text
    .filter((block) => !block.closest(silent) && !block.querySelector(blocks))
    .flatMap((block) => {
      const copy = block.cloneNode(true) as Element;
      for (const one of copy.querySelectorAll(silent)) one.remove();
      const words = (copy.textContent ?? "").replace(/\s+/g, " ").trim();
      return [...sentenceEnds.segment(words)].map(({ segment }) => ({ text: segment.trim(), block }));
    })
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
}

function mark(block: Element | undefined): void {
  for (const one of document.querySelectorAll(".heard")) one.classList.remove("heard");
  block?.classList.add("heard");
  block?.scrollIntoView({ block: "nearest" });
}

function tell(): void {
  part("play").textContent = speaking ? "Pause" : at > 0 ? "Go on reading" : "Read aloud";
  part("stop").hidden = !speaking && at === 0;
  part("whose").textContent = voice()?.localService
    ? "With a voice of your own device."
    : "With a voice of your browser’s maker: the text of this page is sent there to be spoken.";
}

// Makes it a module: its names are its own.
export {};
