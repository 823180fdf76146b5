import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { anyone } from "~/access/visitor.server";
import { Mark } from "~/components/mark";
import { Page } from "~/components/page";
import { SevenSights } from "~/lessons/blocks/seven-sights";
import { statuses } from "~/lessons/statuses";
import { listMine, type MyAssignmentOverview } from "~/models/assignment.server";
import { type Lesson, listLessons } from "~/models/lesson.server";
import { listQuizzes, type QuizOverview } from "~/models/quiz.server";
import { type Place, readSections, whereLeftOff } from "~/models/reading.server";
import figure from "~/styles/figure.css?url";
import home from "~/styles/home.css?url";
import { many, moment } from "~/text";

export const links = () => [figure, home].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction = () => [
  { title: "Who can read this message? · Keyhole" },
  {
    name: "description",
    content: "Lessons and quizzes on encryption and surveillance: who can read a message, where, and who said so.",
  },
];

export async function loader(args: LoaderFunctionArgs) {
  const visitor = await anyone(args);
  const [lessons, quizzes, place, mine] = await Promise.all([
    listLessons(),
    listQuizzes(),
    visitor && whereLeftOff(visitor),
    visitor && !visitor.guest ? listMine(visitor) : [],
  ]);
  const open = mine.filter(({ state }) => state === "open" || state === "in progress" || state === "late");
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
  return {
    visitor,
    course,
    quizzes: quizzes.filter(({ practice }) => practice === "everybody"),
    read: await readSections(visitor, lessons),
    place,
    open,
  };
}

export default function Home() {
  const { visitor, course, quizzes, read, place, open } = useLoaderData<typeof loader>();
  const free = quizzes.filter((quiz) => !course.some((lesson) => lesson.quiz === quiz.slug));
  return (
    <Page visitor={visitor} at="/" className="home">
      <div className="hero">
        <div className="stack">
          <h1>Who can read this message?</h1>
          <p className="lede">
            Ama sends Ben three words. On the way they pass seven places where someone could look. Keyhole is about what
            each of them learns, where, and who said so.
          </p>
        </div>
        {place ? <LeftOff place={place} /> : null}
      </div>
      {open.length > 0 ? <Open open={open} /> : null}
      <section aria-labelledby="seen">
        <h2 id="seen" className="vh">
          What seven observers see
        </h2>
        <SevenSights />
        <p className="small soft">
          The same message, set as Microsoft’s statements of 2013 describe it: sealed to the provider’s door, readable
          behind it. <a href="/lab">Change the locks yourself in the lab</a>
        </p>
      </section>
      <section aria-labelledby="course">
        <h2 id="course">The course</h2>
        <ol className="lessons">
          {course.map((lesson) => (
            <Row
              key={lesson.slug}
              lesson={lesson}
              done={read[lesson.slug]?.length ?? 0}
              quiz={quizzes.find(({ slug }) => slug === lesson.quiz)}
            />
          ))}
          {free.map((quiz) => (
            <li key={quiz.slug}>
              <span className="n" aria-hidden="true" />
              <div>
                <h3>
                  <a href={`/quizzes/${quiz.slug}`}>{quiz.title}</a>
                </h3>
              </div>
              <p className="meta">
                <span>{many(quiz.questions, "question")}</span>
              </p>
            </li>
          ))}
        </ol>
      </section>
      <WhoSaidSo />
    </Page>
  );
}

function LeftOff({ place }: { place: Place }) {
  return (
    <div className="yours stack">
      <p>
        <strong>You were here</strong>
        <br />
        {place.title} · {place.heading}
      </p>
      <p className="btns">
        <a className="btn go" href={`/lessons/${place.lesson}/${place.section}`}>
          Carry on reading
        </a>
      </p>
    </div>
  );
}

function Open({
  open,
}: {
  open: Pick<MyAssignmentOverview, "id" | "title" | "className" | "dueAt" | "zone" | "state">[];
}) {
  return (
    <section aria-labelledby="given">
      <h2 id="given">From your class</h2>
      <ul className="given">
        {open.map(({ id, title, className, dueAt, zone, state }) => (
          <li key={id}>
            <a href={`/assignments/${id}`}>{title}</a>
            <span className="small soft">
              {className}
              {dueAt ? `, due ${moment(dueAt, zone)}` : ""}
              {state === "in progress" ? ", begun" : state === "late" ? ", late" : ""}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

type Listed = Pick<Lesson, "slug" | "number" | "title" | "subtitle" | "summary" | "readingMinutes" | "labMinutes"> & {
  count: number;
};

function Row({
  lesson: { slug, number, title, subtitle, summary, readingMinutes, labMinutes, count },
  done,
  quiz,
}: {
  lesson: Listed;
  done: number;
  quiz: QuizOverview | undefined;
}) {
  return (
    <li>
      <span className="n" aria-hidden="true">
        {number}
      </span>
      <div>
        <h3>
          <a href={`/lessons/${slug}`}>{title}</a>
        </h3>
        <p>
          {subtitle}. {summary}
        </p>
      </div>
      <p className="meta">
        <span>
          {readingMinutes} min to read{labMinutes ? `, ${labMinutes} min lab` : ""}
        </span>
        <span className="says">
          {done === 0 ? (
            <>
              <Mark name="not-started" />
              Not started
            </>
          ) : done < count ? (
            <>
              <Mark name="working" />
              {done} of {many(count, "section")} read
            </>
          ) : (
            <>
              <Mark name="answered" />
              All {many(count, "section")} read
            </>
          )}
        </span>
        {quiz ? <a href={`/quizzes/${quiz.slug}`}>Quiz: {many(quiz.questions, "question")}</a> : null}
      </p>
    </li>
  );
}

function WhoSaidSo() {
  return (
    <section aria-labelledby="said">
      <h2 id="said">Who said so</h2>
      <p className="read">
        Each factual sentence in a lesson carries one of seven marks. It says how the sentence is known. It does not say
        that it is true.
      </p>
      <dl className="statuses">
        {statuses.map(({ id, words, means }) => (
          <div key={id}>
            <dt>
              <Mark name={id} />
              {words}
            </dt>
            <dd>{means}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
