import { ago, type Dates, on, yesterday } from "./calendar";

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

/** The course as 9B goes through it: in each of the last three weeks a lesson, and in this lesson the capstone. */
export function chapters(): Chapter[] {
  return [
    {
      quiz: "in-transit-and-at-rest",
      title: "Lesson 1 quiz",
      dates: schoolWeek(-3),
      attemptsAllowed: 2,
      shows: "homework",
      marked: "all",
    },
    {
      quiz: "requests-and-direct-access",
      title: "Lesson 2 quiz",
      dates: schoolWeek(-2),
      attemptsAllowed: 1,
      shows: "homework",
      marked: "all",
    },
    {
      quiz: "prism-and-upstream",
      title: "Lesson 3 quiz",
      lesson: "prism-and-upstream",
      asksConfidence: true,
      dates: schoolWeek(-1),
      attemptsAllowed: 1,
      shows: "test",
      marked: "half",
    },
    {
      quiz: "capstone",
      title: "Capstone quiz",
      asksConfidence: true,
      withinMinutes: 8,
      dates: { opensAt: ago(50), dueAt: on(1, 5, "18:00"), closesAt: on(1, 7, "18:00") },
      attemptsAllowed: 1,
      shows: "test",
      marked: "none",
    },
  ];
}

/** Given on Monday morning, due on Friday, over on Saturday: never the day before any today. */
function schoolWeek(week: number): Dates {
  return { opensAt: on(week, 1, "09:10"), dueAt: on(week, 5, "18:00"), closesAt: on(week, 6, "18:00") };
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
    dates: { opensAt: yesterday("19:30"), dueAt: on(1, 4, "18:00"), closesAt: on(1, 6, "18:00") },
    attemptsAllowed: 2,
    shows: "homework",
    marked: "none",
  };
}
