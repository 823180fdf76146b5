/*
 * Moves the message along the drawn network without a new page: step, back, start again, play. The stops stand in the page
 * as a list, so that this shows what is there and knows nothing of the rules. Without it each press is a page.
 */
const pace = 2200;
const run = document.querySelector<HTMLElement>("#run");
const stops = [...document.querySelectorAll<HTMLElement>("#run [data-stop]")];
const play = run?.querySelector<HTMLButtonElement>("[data-play]");
const compare = document.querySelector<HTMLElement>("#compare");
const still = matchMedia("(prefers-reduced-motion: reduce)");
let timer: ReturnType<typeof setInterval> | undefined;

if (run && play && stops.length > 0) {
  play.hidden = at() === stops.length - 1;
  play.addEventListener("click", () => (timer ? pause() : start()));
  for (const link of run.querySelectorAll<HTMLAnchorElement>("a[data-go]"))
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
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
  if (at() === stops.length - 1) document.getElementById("lab-compare")?.focus();
  else if (link.hidden) run?.querySelector<HTMLElement>("[data-go='1']")?.focus();
}

function start(): void {
  if (at() === stops.length - 1) show(0);
  timer = setInterval(() => {
    show(at() + 1);
    if (at() === stops.length - 1) pause();
  }, pace);
  if (play) play.textContent = "Pause";
  show(at() + 1);
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
  for (const message of run.querySelectorAll<SVGGElement>(".message")) move(message, from, to);
  for (const mark of run.querySelectorAll<SVGGElement>("[data-from]")) {
    if (to >= Number(mark.dataset.from)) mark.dataset.learns = mark.dataset.then;
    else delete mark.dataset.learns;
  }
  for (const link of run.querySelectorAll<HTMLAnchorElement>("a[data-go]")) {
    const ahead = link.dataset.go === "1" || link.dataset.go === "end";
    link.hidden = ahead ? last : to === 0;
    if (link.dataset.go === "1") link.href = addressOf(to + 1);
    if (link.dataset.go === "-1") link.href = addressOf(to - 1);
  }
  if (compare && last) compare.hidden = false;
  history.replaceState(null, "", addressOf(to));
}

function addressOf(stop: number): string {
  const address = new URL(location.href);
  address.searchParams.set("step", String(stop));
  return address.href;
}

function move(message: SVGGElement, from: number, to: number): void {
  const way = (message.dataset.way ?? "").split(" ").map((stop) => stop.split(","));
  const place = (stop: number) => `translate(${way[stop]?.[0]}px, ${way[stop]?.[1]}px)`;
  message.setAttribute("transform", `translate(${way[to]?.[0]} ${way[to]?.[1]})`);
  message.dataset.shows = way[to]?.[2] ?? "nothing";
  if (!still.matches && from !== to)
    message.animate([{ transform: place(from) }, { transform: place(to) }], { duration: 600, easing: "ease-in-out" });
}

// Makes it a module: its names are its own.
export {};
