import { Mark } from "~/components/mark";
import { RefusedForm } from "~/components/refused-form";
import { Result } from "~/components/result";
import { settingsQuery } from "~/lab/model";
import { ruleAddress } from "~/lab/rules";
import { moment } from "~/text";
import { day } from "../day";
import { decidedAs, decidedRight, decisions, type PairQuestion, type PairView } from "../pairs";
import { verdicts, verdictWords } from "../verdicts";

/** Two services side by side, the questions about them, and after they are decided why. @param refused what was sent and lacks something */
export function PairPractice({
  pair,
  keptAt,
  zone,
  refused,
}: {
  pair: PairView;
  keptAt: Date | null;
  zone: string | null;
  refused: { chosen: string[]; open: number[] } | null;
}) {
  const { id, same, a, b, questions, lab, reviewed } = pair;
  const decided = refused ? decisions(questions, refused.chosen) : questions.map((question) => question.decided);
  return (
    <>
      <p className="read">{same}</p>
      <div className="pair">
        <Service name="A" words={a} />
        <Service name="B" words={b} />
      </div>
      <form method="post" action={`/pairs/${id}`} className="yours deciding" id="decide">
        {refused ? (
          <RefusedForm
            says={`Still to decide: ${refused.open.map((index) => `question ${index + 1}`).join(", ")}.`}
            open={refused.open.map((index) => ({ id: `q${index + 1}`, name: `To question ${index + 1}` }))}
          />
        ) : null}
        {questions.map((question, index) => (
          <fieldset key={question.ask} id={`q${index + 1}`}>
            <legend>
              {index + 1}. {question.ask}
            </legend>
            <div className="verdicts">
              {verdicts.map((verdict) => (
                <label className="opt" key={verdict.id}>
                  <input
                    type="radio"
                    name={`q${index + 1}`}
                    value={decidedAs(index, verdict.id)}
                    defaultChecked={decided[index] === verdict.id}
                  />
                  <span>{verdict.words}</span>
                </label>
              ))}
            </div>
          </fieldset>
        ))}
        <p className="btns">
          <button type="submit" className="btn go">
            {keptAt ? "Keep the changed answers" : "Keep my answers, then read why"}
          </button>
          <span className="small">
            {keptAt && !refused ? `Kept on ${moment(keptAt, zone)}.` : "For you only. Not marked."}
          </span>
        </p>
      </form>
      {questions.every(({ reply }) => reply) && !refused ? (
        <section className="stack" aria-labelledby="why">
          <h2 id="why">Why</h2>
          <Result of="decide">
            <b>{decidedRight(questions)}.</b>
          </Result>
          {byNeed(questions).map(({ question, index }) => (
            <Reply key={question.ask} question={question} number={index + 1} />
          ))}
          {lab ? (
            <p>
              Try both in the lab: <a href={`/lab?${settingsQuery(lab.a)}`}>service A</a>,{" "}
              <a href={`/lab?${settingsQuery(lab.b)}`}>service B</a>.
            </p>
          ) : null}
        </section>
      ) : null}
      <p className="small soft">Two services of our own making, not real ones. Last checked on {day(reviewed)}.</p>
    </>
  );
}

function Service({ name, words }: { name: string; words: string }) {
  return (
    <div className="slip">
      <h2>Service {name}</h2>
      <p>{words}</p>
    </div>
  );
}

/** What was decided otherwise comes first. */
function byNeed(questions: PairQuestion[]) {
  const all = questions.map((question, index) => ({ question, index }));
  return [
    ...all.filter(({ question }) => !question.reply?.right),
    ...all.filter(({ question }) => question.reply?.right),
  ];
}

function Reply({ question: { ask, decided, reply }, number }: { question: PairQuestion; number: number }) {
  if (!reply || !decided) return null;
  return (
    <div className={reply.right ? "said is-right" : "said is-wrong"}>
      <Mark name={reply.right ? "right" : "wrong"} />
      <div>
        <b>
          {reply.right
            ? `Right, question ${number}: ${verdictWords(reply.key, true)}`
            : `Not right, question ${number}: you said ${verdictWords(decided, true)}, the answer is ${verdictWords(reply.key, true)}`}
        </b>
        <p>{ask}</p>
        <p>{reply.why}</p>
        <p className="small">
          Settled by{" "}
          {reply.cites.map((source, index) => (
            <span key={source}>
              {index > 0 ? ", " : null}
              <a href={source.startsWith("R") ? ruleAddress(source) : `/sources/${source}`}>
                {source.startsWith("R") ? `rule ${source} of the lab` : `${source} in the ledger`}
              </a>
            </span>
          ))}
        </p>
      </div>
    </div>
  );
}
