import { AskedNow } from "~/components/asked-now";
import { AttemptEvents } from "~/components/attempt-events";
import type { Reply } from "~/components/form";
import { moment } from "~/text";
import type { About } from "./about-assignment.server";
import { Goes } from "./goes";
import { obstacleWords } from "./obstacle-words";
import { ReadingSteps } from "./unit-lesson";
import { QuizStart } from "./unit-quiz";

type Props = { about: About; reply?: Reply | undefined; at?: string };

/**
 * An assignment as its student sees it.
 * @param reply why nothing was started
 * @param at where somebody who looks at it as this student does finds the rest; then nothing can be started
 */
export function AboutAssignment({ about, reply, at = "" }: Props) {
  const { title, className, zone, archivedAt, obstacle, lesson, quiz, events } = about;
  const said = when(about);
  return (
    <>
      <p className="eyebrow">{className}</p>
      <h1>{title}</h1>
      {at === "" ? <AskedNow votes={about.votes} /> : null}
      {reply?.errors[""] ? (
        <p className="said is-wrong" role="alert">
          {reply.errors[""]}
        </p>
      ) : null}
      {about.again ? <p className="read">Your teacher asks you to look at this once more.</p> : null}
      {archivedAt ? (
        <p className="said is-waiting">
          <span>{className} is archived: nothing can be started any more. What you handed in stays readable.</span>
        </p>
      ) : null}
      {obstacle ? (
        <p className="said is-waiting">
          <span />
          <span>
            <a href={`${at}/assignments/${obstacle.id}`}>{obstacle.title}</a> comes before this.{" "}
            {obstacleWords(obstacle)}
          </span>
        </p>
      ) : null}
      {said.length > 0 ? (
        <ul className="read">
          {said.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      ) : null}
      {lesson ? <ReadingSteps lesson={lesson} /> : null}
      {quiz && lesson ? <h2>The quiz</h2> : null}
      {quiz ? <QuizStart quiz={quiz} shut={shut(about)} reply={reply} readOnly={at !== ""} /> : null}
      <AttemptEvents events={events} zone={zone} />
      {quiz && quiz.goes.length > 0 ? <Goes goes={quiz.goes} zone={zone} at={at} /> : null}
    </>
  );
}

/** Its dates; when its quiz closes stands with the quiz. */
function when({ zone, phase, opensAt, dueAt, closesAt, quiz }: About): string[] {
  const over = phase === "overdue" ? ". That is over; what you hand in now is late" : "";
  return [
    ...(opensAt && phase === "not open yet" ? [`Opens ${moment(opensAt, zone)}`] : []),
    ...(dueAt ? [`Due ${moment(dueAt, zone)}${over}`] : []),
    ...(closesAt && !quiz ? [`${phase === "closed" ? "Closed" : "Closes"} ${moment(closesAt, zone)}`] : []),
  ];
}

/** Why the quiz cannot be started yet. */
function shut({ obstacle, lessonFirst, lesson }: About): string | null {
  if (obstacle) return `First comes “${obstacle.title}”.`;
  const early = lessonFirst && lesson?.progress.finishedAt === null;
  return early ? "The quiz opens when you have finished the lesson above." : null;
}
