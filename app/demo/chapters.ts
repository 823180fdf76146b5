import { ago, at, type Dates } from "./calendar";

/** One assignment of the story. `marked`: how many of its written answers Ms Rivera has marked. */
export type Chapter = {
  quiz: string;
  title: string;
  /** The lesson that is given with it as one unit; of it, only this section. */
  lesson?: string;
  section?: string;
  /** The misconception that it teaches again; then it is only for those who showed it. */
  misconception?: string;
  asksConfidence?: boolean;
  dates: Dates;
  /** Within how many minutes those who are on time begin; left out, on the afternoons before it is due. */
  withinMinutes?: number;
  attemptsAllowed: number;
  shows: "homework" | "test";
  marked: "all" | "half" | "none";
};

const school = { school: true };

/** The course as 9B goes through it: three lessons in three weeks, and in this lesson the capstone. */
export function chapters(): Chapter[] {
  return [
    {
      quiz: "in-transit-and-at-rest",
      title: "Lesson 1 quiz",
      dates: { opensAt: at(-22, "09:10", school), dueAt: at(-18, "18:00", school), closesAt: at(-17, "18:00") },
      attemptsAllowed: 2,
      shows: "homework",
      marked: "all",
    },
    {
      quiz: "requests-and-direct-access",
      title: "Lesson 2 quiz",
      dates: { opensAt: at(-12, "09:10", school), dueAt: at(-8, "18:00", school), closesAt: at(-7, "18:00") },
      attemptsAllowed: 1,
      shows: "homework",
      marked: "all",
    },
    {
      quiz: "prism-and-upstream",
      title: "Lesson 3 quiz",
      lesson: "prism-and-upstream",
      asksConfidence: true,
      dates: { opensAt: at(-6, "09:10", school), dueAt: at(-2, "18:00", school), closesAt: at(-1, "18:00") },
      attemptsAllowed: 1,
      shows: "test",
      marked: "half",
    },
    {
      quiz: "capstone",
      title: "Capstone quiz",
      asksConfidence: true,
      withinMinutes: 8,
      dates: { opensAt: ago(50), dueAt: at(3, "18:00", school), closesAt: at(5, "18:00") },
      attemptsAllowed: 1,
      shows: "test",
      marked: "none",
    },
  ];
}

/** The section and some questions once more, for those who think that encryption at rest stops the provider. */
export function onceMore(quiz: string): Chapter {
  return {
    quiz,
    title: "Who holds the key? Once more",
    lesson: "in-transit-and-at-rest",
    section: "who-holds-the-key",
    misconception: "M4",
    withinMinutes: 90,
    dates: { opensAt: at(-1, "19:30"), dueAt: at(4, "18:00", school), closesAt: at(6, "18:00") },
    attemptsAllowed: 2,
    shows: "homework",
    marked: "none",
  };
}
