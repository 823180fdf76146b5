/*
 * Moves the message along the drawn network without a new page: step, back, start again, play. The stops stand in the page
 * as a list, so that this shows what is there and knows nothing of the rules. Without it each press is a page.
 */
const run = document.querySelector<HTMLElement>("#run");
const stops = [...document.querySelectorAll<HTMLElement>("#run [data-stop]")];
const play = run?.querySelector<HTMLButtonElement>("[data-play]");
const pace = run?.querySelector<HTMLElement>("[data-pace]");
const compare = document.querySelector<HTMLElement>("#compare");
const still = matchMedia("(prefers-reduced-motion: reduce)");
let timer: ReturnType<typeof setInterval> | undefined;

if (run && play && stops.length > 0) {
  play.hidden = at() === stops.length - 1;
  if (pace) pace.hidden = play.hidden;
  // After the page has given the focus to how it came out, which scrolls there.
  if (!location.hash) addEventListener("load", () => requestAnimationFrame(bringIntoView));
  pace?.addEventListener("change", () => timer && begin());
  play.addEventListener("click", () => (timer ? pause() : start()));
  for (const link of run.querySelectorAll<HTMLAnchorElement>("a[data-go]"))
    link.addEventListener("click", (event) => {
      // At the last stop the way on leads to the comparison, as any link does.
      if (event.ctrlKey || event.metaKey || event.shiftKey || link.getAttribute("href") === "#lab-compare") return;
      event.preventDefault();
      pause();
      press(link);
    });
}

function at(): number {
  return Number(run?.dataset.at);
}

function press(link: HTMLAnchorElement): void {
  const go = link.dataset.go;
  show(go === "end" ? stops.length - 1 : go === "0" ? 0 : at() + Number(go));
  if (go === "end") document.getElementById("lab-compare")?.focus();
  else if (link.hidden) run?.querySelector<HTMLElement>("[data-go='1']")?.focus();
}

function start(): void {
  if (at() === stops.length - 1) show(0);
  begin();
  if (play) play.textContent = "Pause";
  show(at() + 1);
}

function begin(): void {
  clearInterval(timer);
  timer = setInterval(
    () => {
      show(at() + 1);
      if (at() === stops.length - 1) pause();
    },
    Number(pace?.querySelector("select")?.value) * 1000,
  );
}

function pause(): void {
  clearInterval(timer);
  timer = undefined;
  if (play) play.textContent = "Play";
}

/** Puts everything on the page as it stands at this stop. The comparison opens at the last one, and stays. */
function show(wanted: number): void {
  const from = at();
  const to = Math.min(Math.max(wanted, 0), stops.length - 1);
  const last = to === stops.length - 1;
  if (!run) return;
  run.dataset.at = String(to);
  const copy = stops[to]?.cloneNode(true);
  if (copy) run.querySelector(".now")?.replaceChildren(...copy.childNodes);
  const here = run.querySelector("[data-here]");
  if (here) here.textContent = stops[to]?.dataset.where ?? "";
  for (const message of run.querySelectorAll<SVGGElement>(".message")) place(message, to);
  bringIntoView();
  for (const message of run.querySelectorAll<SVGGElement>(".message")) glide(message, from, to);
  for (const mark of run.querySelectorAll<SVGGElement>("[data-from]")) {
    if (to >= Number(mark.dataset.from)) mark.dataset.learns = mark.dataset.then;
    else delete mark.dataset.learns;
  }
  for (const link of run.querySelectorAll<HTMLAnchorElement>("a[data-go]")) {
    link.hidden = link.dataset.go === "end" ? last : link.dataset.go !== "1" && to === 0;
    if (link.dataset.go === "1") {
      link.setAttribute("href", last ? "#lab-compare" : addressOf(to + 1));
      link.textContent = last ? "Compare" : "Step";
    }
    if (link.dataset.go === "-1") link.href = addressOf(to - 1);
  }
  if (compare && last) compare.hidden = false;
  history.replaceState(null, "", addressOf(to));
}

/** The bar with Step is always in view; the picture may be longer than the window is above it. */
function bringIntoView(): void {
  const bar = run?.querySelector(".run-bar")?.getBoundingClientRect();
  const drawn = [...document.querySelectorAll("#run .message")].map((message) => message.getBoundingClientRect());
  const shown = drawn.find(({ width }) => width > 0);
  if (!bar || !shown) return;
  const room = 40;
  const over =
    Math.max(shown.bottom + room - Math.min(bar.top, innerHeight - bar.height), 0) || Math.min(shown.top - room, 0);
  if (over !== 0) scrollBy({ top: over, behavior: still.matches ? "auto" : "smooth" });
}

function addressOf(stop: number): string {
  const address = new URL(location.href);
  address.searchParams.set("step", String(stop));
  return address.href;
}

function place(message: SVGGElement, to: number): void {
  const [x, y, shows] = wayOf(message)[to] ?? [];
  for (const gliding of message.getAnimations()) gliding.cancel();
  message.setAttribute("transform", `translate(${x} ${y})`);
  message.dataset.shows = shows ?? "nothing";
}

function glide(message: SVGGElement, from: number, to: number): void {
  const way = wayOf(message);
  const point = (stop: number) => `translate(${way[stop]?.[0]}px, ${way[stop]?.[1]}px)`;
  if (!still.matches && from !== to)
    message.animate([{ transform: point(from) }, { transform: point(to) }], { duration: 600, easing: "ease-in-out" });
}

function wayOf(message: SVGGElement): string[][] {
  return (message.dataset.way ?? "").split(" ").map((stop) => stop.split(","));
}

// Makes it a module: its names are its own.
export {};
