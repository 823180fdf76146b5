import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { anyone } from "~/access/visitor.server";
import { described } from "~/components/described";
import { Page } from "~/components/page";
import { CourseRow, QuizRow } from "~/lessons/blocks/course-row";
import { LeftOff, OpenWork } from "~/lessons/blocks/left-off";
import { SevenSights } from "~/lessons/blocks/seven-sights";
import { TriedOut } from "~/lessons/blocks/tried-out";
import { WhoSaidSo } from "~/lessons/blocks/who-said-so";
import { listLessons } from "~/models/lesson.server";
import { listMine } from "~/models/my-assignments.server";
import { lessonsAsked, listQuizzes } from "~/models/quiz.server";
import { readingOfCourse } from "~/models/reading.server";
import figure from "~/styles/figure.css?url";
import home from "~/styles/home.css?url";

export const links = () => [figure, home].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction = () =>
  described({
    title: "Who can read this message?",
    description: "Lessons and quizzes on encryption and surveillance: who can read a message, where, and who said so.",
  });

export async function loader(args: LoaderFunctionArgs) {
  const visitor = await anyone(args);
  const lessons = await listLessons();
  const [quizzes, mine] = await Promise.all([
    listQuizzes(),
    visitor && !visitor.guest ? listMine(visitor, { course: lessons }) : [],
  ]);
  const open = mine.filter(({ next }) => next);
  const course = lessons.map(
    ({ slug, number, title, subtitle, summary, readingMinutes, labMinutes, quiz, sections }) => ({
      slug,
      number,
      title,
      subtitle,
      summary,
      readingMinutes,
      labMinutes,
      quiz,
      count: sections.length,
    }),
  );
  const practisable = quizzes.filter(({ practice }) => practice === "everybody");
  const standing = practisable.filter((quiz) => !lessons.some((lesson) => lesson.quiz === quiz.slug));
  const asked = await lessonsAsked(standing.map(({ slug }) => slug));
  return {
    visitor,
    course,
    quizzes: practisable,
    last: standing.map((quiz) => ({
      quiz,
      lessons: lessons.flatMap(({ slug, number }) => (asked[quiz.slug]?.includes(slug) ? [number] : [])),
    })),
    ...(await readingOfCourse(visitor, lessons)),
    open,
  };
}

/** For who has read nothing yet. */
function StartHere({ lesson }: { lesson: { slug: string; number: number } | undefined }) {
  return lesson ? (
    <p>
      <a className="btn go" href={`/lessons/${lesson.slug}`}>
        Start with lesson {lesson.number}
      </a>
    </p>
  ) : null;
}

export default function Home() {
  const { visitor, course, quizzes, last, read, place, open } = useLoaderData<typeof loader>();
  return (
    <Page visitor={visitor} at="/" className="home">
      <div className="hero">
        <div className="stack">
          <h1>Who can read this message?</h1>
          <p className="lede">
            Ama sends Ben three words. Seven others could try to read them: on the way, at the company, by an order, or
            on Ben’s phone. Keyhole is about what each of them learns, where, and who said so.
          </p>
        </div>
        {place ? <LeftOff place={place} /> : <StartHere lesson={course[0]} />}
      </div>
      {open.length > 0 ? <OpenWork open={open} /> : null}
      <section aria-labelledby="seen">
        <h2 id="seen" className="vh">
          What seven observers see
        </h2>
        <SevenSights />
        <p className="small soft">
          The same message, set as Microsoft’s statements of 2013 describe it: locked as far as the provider’s door,
          readable behind it. <a href="/lab">Change the locks yourself in the lab</a>
        </p>
      </section>
      <section aria-labelledby="course">
        <h2 id="course">The course</h2>
        <ol className="lessons">
          {course.map((lesson) => (
            <CourseRow
              key={lesson.slug}
              lesson={lesson}
              done={read[lesson.slug]?.length ?? 0}
              quiz={quizzes.find(({ slug }) => slug === lesson.quiz)}
            />
          ))}
          {last.map((one) => (
            <QuizRow key={one.quiz.slug} {...one} whole={one.lessons.length === course.length} />
          ))}
        </ol>
      </section>
      <TriedOut />
      <WhoSaidSo />
    </Page>
  );
}
