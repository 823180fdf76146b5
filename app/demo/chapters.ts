import { ago, at, type Dates } from "./calendar";

/** One assignment of the story. `marked`: how many of its written answers Ms Rivera has marked. */
export type Chapter = {
  quiz: string;
  title: string;
  dates: Dates;
  attemptsAllowed: number;
  shows: "homework" | "test";
  marked: "all" | "half" | "none";
};

const school = { school: true };

/** The course as 9B goes through it: three lessons in three weeks, and since this morning the capstone. */
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
      dates: { opensAt: at(-6, "09:10", school), dueAt: at(-2, "18:00", school), closesAt: at(-1, "18:00") },
      attemptsAllowed: 1,
      shows: "test",
      marked: "half",
    },
    {
      quiz: "capstone",
      title: "Capstone quiz",
      dates: { opensAt: ago(180), dueAt: at(3, "18:00", school), closesAt: at(5, "18:00") },
      attemptsAllowed: 1,
      shows: "test",
      marked: "none",
    },
  ];
}
