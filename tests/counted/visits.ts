import type { FilledClass } from "../bench/fill";
import { attemptOn, sendAnswer } from "../playing";
import { type Asking, type Counted, CountedVisitor, signIn } from "./counted";

/** What a visit begins with: a class that is done, one that is at its quiz now, and how its people sign in. */
export type Scene = {
  done: FilledClass;
  running: FilledClass;
  /** The address of a quiz that everybody may practise. */
  practice: string;
  teacher: string;
  /** One of `running` who has not begun. */
  student: string;
  password: string;
};

const section = "/lessons/in-transit-and-at-rest/where-the-padlock-ends";

/** Asks for every address that a lesson hour is made of, as everybody who does. @returns them by name */
export async function visitAll(counted: Counted, scene: Scene): Promise<Record<string, Asking>> {
  const { done, running } = scene;
  const stranger = new CountedVisitor(counted);
  const teacher = await signIn(counted, scene.teacher, scene.password);
  const assignment = `/teach/assignments/${done.assignment}`;
  const live = `/teach/assignments/${running.assignment}/live`;
  const asDesk = {
    // With a query, for without one strangers get a page that is kept.
    "home, for a stranger": await stranger.again("/?drawn=1"),
    "section, for a stranger": await stranger.again(`${section}?drawn=1`),
    "lab, for a stranger": await stranger.again("/lab?drawn=1"),
    "the desk": await teacher.again("/teach"),
    class: await teacher.again(`/teach/classes/${done.class}`),
    gradebook: await teacher.again(`/teach/classes/${done.class}/gradebook`),
    results: await teacher.again(assignment),
    "item analysis": await teacher.again(`${assignment}/items`),
    questions: await teacher.again(`${assignment}/questions`),
    "live view": await teacher.again(live),
    "live rows": await teacher.again(`${live}/rows`),
  };
  const guest = new CountedVisitor(counted);
  const practised = await learn(guest, scene.practice, "practice");
  const asGuest = { "home, for a guest": await guest.again("/"), "section, for a guest": await guest.again(section) };
  const student = await signIn(counted, scene.student, scene.password);
  const assigned = await learn(student, `/assignments/${running.assignment}`, "assigned");
  const asStudent = {
    "home, for a student": await student.again("/"),
    "section, for a student": await student.again(section),
    "lab, for a student": await student.again("/lab"),
    "own page": await student.again("/me"),
  };
  return { ...asDesk, ...practised, ...asGuest, ...assigned, ...asStudent };
}

/** One attempt from the page before it to its review. @param address of the page with the button that starts it */
async function learn(who: CountedVisitor, address: string, kind: string): Promise<Record<string, Asking>> {
  const before = await who.again(address);
  await who.submit("Start");
  const start = who.askings.findLast(({ request }) => request.startsWith("POST")) as Asking;
  const attempt = attemptOn(who);
  const page = await who.again(attempt);
  const others = await who.again(`${attempt}/pages?but=1`);
  for (const [client, value] of [
    ["counted-page-1", "a"],
    ["counted-page-2", "b"],
  ] as const)
    await sendAnswer(who, attempt, client, 1, value);
  const save = who.last("POST /attempts/:id/answers");
  const summary = await who.again(`${attempt}/summary`);
  await who.submit("Hand in");
  const handIn = who.last("POST /attempts/:id/submission");
  const review = await who.again(`${attempt}/review`);
  const found = {
    "page before": before,
    start,
    "attempt page": page,
    "other pages": others,
    save,
    summary,
    "hand in": handIn,
    review,
  };
  return Object.fromEntries(Object.entries(found).map(([name, asking]) => [`${name}, ${kind}`, asking]));
}
