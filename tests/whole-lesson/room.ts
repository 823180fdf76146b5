import { beforeAll } from "vitest";
import { words } from "../playing";
import { withKeyhole, withSql } from "../running";
import { inviteTeacher, makeClass, signUp } from "../school";
import type { Visitor } from "../visitor";
import { pass } from "./passing";
import type { Student } from "./people";

/** The room, and what the test knows of it: who is there, what was given, what was answered. */
export class Room {
  teacher!: Visitor;
  stranger!: Visitor;
  /** Addresses at the teacher's desk, and the code that lets in. */
  desk = "";
  code = "";
  warmUp = "";
  unit = "";
  again = "";
  /** PINs of the list, by name. */
  readonly pins = new Map<string, string>();
  students: Student[] = [];
  /** By name: the address of their attempt at each quiz. */
  readonly warmUps = new Map<string, string>();
  readonly exits = new Map<string, string>();

  constructor(
    readonly keyhole: ReturnType<typeof withKeyhole>,
    readonly sql: ReturnType<typeof withSql>,
  ) {}

  /** As if so many minutes had passed. */
  pass = (minutes: number) => pass(this.sql, minutes);

  find = (name: string) => this.students.find((one) => one.name === name) as Student;

  /** The row of a table on the teacher's page that has this name as its head. */
  row(name: string): Element {
    const rows = [...this.teacher.page.document.querySelectorAll("tbody tr")];
    return rows.find((one) => words(one.querySelector("th") as Element) === name) as Element;
  }

  /** Opens the link with these words on the teacher's page. */
  async follow(said: RegExp, within: ParentNode = this.teacher.page.document): Promise<void> {
    const link = [...within.querySelectorAll("a")].find((one) => said.test(words(one)));
    await this.teacher.get(link?.getAttribute("href") ?? `/no-link-${said}`);
    if (this.teacher.page.status !== 200) throw new Error(`${said} leads to ${this.teacher.page.url}`);
  }

  /** What the teacher's page counts under these words. */
  count(of: string): string {
    const facts = [...this.teacher.page.document.querySelectorAll(".facts div")];
    const fact = facts.find((one) => words(one.querySelector("dt") as Element).startsWith(of));
    return words(fact?.querySelector("dd") as Element);
  }
}

/** The last part of an address. */
export const idOf = (address: string) => address.split("/").at(-1) as string;
/** The student's address of an assignment at the teacher's desk. */
export const mine = (address: string) => address.replace("/teach", "");

/** A school with a teacher, a class of hers and a teacher of another class, while the tests of this block run. */
export function withRoom(): Room {
  const keyhole = withKeyhole("postgres");
  const room = new Room(keyhole, withSql(keyhole));
  beforeAll(async () => {
    room.teacher = await signUp(keyhole, "Ms Rivera");
    room.stranger = await inviteTeacher(keyhole, room.teacher, "Mr Other");
    await makeClass(room.stranger, "10A");
    const { address, code } = await makeClass(room.teacher, "9B");
    Object.assign(room, { desk: address, code });
  });
  return room;
}
