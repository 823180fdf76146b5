import type { Keyhole } from "./keyhole";
import { play, solution, startAsGuest } from "./playing";
import { Visitor } from "./visitor";
import { writeChoice } from "./writing";

const password = "a long enough password";

/** Makes an account through the form. The first one on an empty installation is the host and may teach. */
export async function signUp(keyhole: Keyhole, name: string): Promise<Visitor> {
  const visitor = new Visitor(keyhole);
  await visitor.get("/sign-up");
  await visitor.submit("Make the account", {
    name,
    login: `${name.toLowerCase().replaceAll(" ", "-")}@school.test`,
    password,
  });
  return visitor;
}

/** An account that a link of `by` made a teacher. */
export async function inviteTeacher(keyhole: Keyhole, by: Visitor, name: string): Promise<Visitor> {
  await by.get("/teach/invitations");
  await by.submit(/^Make (a|another) link$/);
  const link = new URL(by.page.document.querySelector("#link")?.getAttribute("value") ?? "").pathname;
  const teacher = await signUp(keyhole, name);
  await teacher.get(link);
  await teacher.submit("Accept");
  return teacher;
}

/** An account that a link of `by` brought to the desk of a class. @param address of the class */
export async function inviteColleague(
  keyhole: Keyhole,
  by: Visitor,
  address: string,
  name: string,
  role: "teacher" | "observer",
): Promise<Visitor> {
  await by.get(`${address}/staff`);
  await by.submit(/^Make (a|another) link$/, { role });
  const link = new URL(by.page.document.querySelector("#link")?.getAttribute("value") ?? "").pathname;
  const colleague = await signUp(keyhole, name);
  await colleague.get(link);
  await colleague.submit("Accept");
  return colleague;
}

/** A class through the forms. @returns its address and join code */
export async function makeClass(teacher: Visitor, name: string): Promise<{ address: string; code: string }> {
  await teacher.get("/teach");
  await teacher.submit("Make the class", { name, zone: "Europe/Madrid" });
  const address = new URL(teacher.page.url).pathname;
  const code = teacher.page.document.querySelector(".joincode")?.textContent ?? "";
  return { address, code };
}

/** @returns the address of the assignment at the teacher's desk */
export async function assignQuiz(
  teacher: Visitor,
  classAddress: string,
  fields: Record<string, string> = {},
): Promise<string> {
  await teacher.get(`/teach/assignments/new?class=${classAddress.split("/").at(-1)}`);
  await teacher.submit(/^Give/, { quiz: "in-transit-and-at-rest", ...fields });
  return new URL(teacher.page.url).pathname;
}

/** @returns a student who joined by code and name, with the PIN that was shown once */
export async function join(keyhole: Keyhole, code: string, name: string): Promise<Visitor & { pin: string }> {
  const student = new Visitor(keyhole);
  await student.get(`/join/${code}`);
  await student.submit("Join", { name });
  return Object.assign(student, {
    pin: student.page.document.querySelector("#pin")?.textContent?.replace(/\D/g, "") ?? "",
  });
}

/** A quiz of one's own that asks these questions of the bank. @returns its slug */
export async function buildQuiz(teacher: Visitor, title: string, items: string[]): Promise<string> {
  await teacher.get("/teach/quizzes");
  await teacher.submit("Make the quiz", { title });
  const address = new URL(teacher.page.url).pathname;
  for (const item of items) {
    await teacher.get(`${address}/add?words=${item}`);
    await teacher.submit("Add the ticked ones", { item });
  }
  return address.split("/").at(-1) as string;
}

/** One person of each kind, one class with one quiz, one attempt handed in by the student. */
export async function openSchool(keyhole: Keyhole) {
  const host = await signUp(keyhole, "Hanna Host");
  const teacher = await inviteTeacher(keyhole, host, "Ms Rivera");
  const otherTeacher = await inviteTeacher(keyhole, host, "Mr Other");
  const account = await signUp(keyhole, "Paula Plain");
  const { address: classAddress, code } = await makeClass(teacher, "9B");
  await makeClass(otherTeacher, "10A");
  const observer = await inviteColleague(keyhole, teacher, classAddress, "Ms Mentor", "observer");
  await teacher.get(`${classAddress}/staff`);
  const colleague = /\/staff\/([0-9a-f-]{36})\//.exec(teacher.page.html)?.[1] ?? "";
  const assignmentAddress = await assignQuiz(teacher, classAddress);
  const student = await join(keyhole, code, "Ana");
  const classmate = await join(keyhole, code, "Ben");
  const guest = await startAsGuest(keyhole);
  const assignment = assignmentAddress.split("/").at(-1) as string;
  await student.get(`/assignments/${assignment}`);
  await student.submit("Start");
  const attempt = new URL(student.page.url).pathname.split("/")[2] as string;
  await play(student, solution);
  const answer = await tryAgain(student);
  await teacher.get(`${classAddress}/roster`);
  const person = /\/roster\/([0-9a-f-]{36})\//.exec(teacher.page.html)?.[1] ?? "";
  await teacher.get(`${classAddress}/groups`);
  await teacher.submit("Make the group", { name: "Window side" });
  const group = /\/groups\/([0-9a-f-]{36})\//.exec(teacher.page.html)?.[1] ?? "";
  await teacher.get(`${classAddress}/devices`);
  await teacher.submit(/^Open a link/);
  const device = /\/device\/([A-Z0-9]{5}-[A-Z0-9]{5})/.exec(teacher.words)?.[1] ?? "";
  await teacher.get(assignmentAddress);
  const version = /\/questions\/([0-9a-f-]{36})/.exec(teacher.page.html)?.[1] ?? "";
  const item = await writeChoice(teacher, "Who can read a postcard?");
  const ownQuiz = await buildQuiz(teacher, "Ms Rivera’s own", ["L1.Q01"]);
  await teacher.get(`/teach/assignments/${assignment}/trial`);
  await teacher.submit("Start the trial");
  const trial = new URL(teacher.page.url).pathname.split("/")[2] as string;
  const own = { colleague, item, ownQuiz, trial, version, answer, group, device };
  const ids = { ...own, class: classAddress.split("/").at(-1) as string, assignment, attempt, person, code };
  return {
    people: {
      stranger: new Visitor(keyhole),
      guest,
      student,
      classmate,
      teacher,
      otherTeacher,
      observer,
      account,
      host,
    },
    ids,
  };
}

/** Practises a quiz without answers and has the first of them shown. @returns the id of that answer */
async function tryAgain(student: Visitor): Promise<string> {
  await student.get("/quizzes/lab-practice");
  await student.submit("Start");
  await student.submit("Check before handing in");
  await student.submit("Hand in");
  await student.get(`/me/review?attempt=${new URL(student.page.url).pathname.split("/")[2]}`);
  await student.submit("I do not know, show me");
  return new URL(student.page.url).pathname.split("/").at(-1) as string;
}
