import type { Idea, ShownBy, TaughtAgain } from "~/models/misconceptions.server";
import { many, moment, percent } from "~/text";

/**
 * One wrong idea: how many hold it, by which answers, what puts it right, and what was done about it.
 * @param first whether it is the one to begin with
 * @param again the address of the form that teaches it again, made from its query; null for who only reads
 */
export function IdeaCard({
  idea,
  first,
  zone,
  again,
}: {
  idea: Idea;
  first: boolean;
  zone: string;
  again: ((query: string) => string) | null;
}) {
  const { id, idea: words, why, met, holders, interval, questions, places, again: done } = idea;
  const sure = holders.filter((holder) => holder.sure).length;
  const heading = `idea-${id}`;
  return (
    <section aria-labelledby={heading} className="idea" id={id}>
      <h2 id={heading}>{words}</h2>
      <div className="held">
        <p className="count">
          <b>{holders.length}</b> of {met} who met it
        </p>
        <ShareBar share={holders.length / met} {...interval} />
        <p className="soft small">
          {percent(holders.length / met)}. With so few answers the true share may lie anywhere from{" "}
          {percent(interval.from)} to {percent(interval.to)} (95% interval).
          {sure > 0 ? <strong> {sure === 1 ? "One of them was" : `${sure} of them were`} very sure.</strong> : null}
        </p>
      </div>
      {why ? (
        <p>
          <span className="soft">Why it is held: </span>
          {why}
        </p>
      ) : null}
      {questions.length > 0 ? <Showed questions={questions} again={again} /> : null}
      <p>
        {places.length === 0 ? (
          <span className="soft">No section of the lessons is named as explaining it.</span>
        ) : (
          <>
            <span className="soft">Explained in </span>
            {places.slice(0, 3).map(({ place, href, heading }, index) => (
              <span key={place}>
                {index > 0 ? " · " : ""}
                <a href={href}>{heading}</a>
              </span>
            ))}
          </>
        )}
      </p>
      {done.map((one) => (
        <Done key={one.id} done={one} zone={zone} />
      ))}
      {holders.length > 0 ? (
        <div className="act">
          {again ? (
            <a className={first ? "btn go" : "btn"} href={again(`idea=${id}`)}>
              Teach it again to {holders.length === 1 ? "this one" : `these ${holders.length}`}
            </a>
          ) : null}
          <details>
            <summary>Who holds it</summary>
            <ul className="names">
              {holders.map(({ person, name, sure, attempt }) => (
                <li key={person}>
                  <a href={`/teach/attempts/${attempt}`}>{name}</a>
                  {sure ? " · very sure" : ""}
                </li>
              ))}
            </ul>
          </details>
        </div>
      ) : null}
    </section>
  );
}

/** The share as a bar, and over it the line on which the true one may lie. The words beside it say the same. */
function ShareBar({ share, from, to }: { share: number; from: number; to: number }) {
  return (
    <svg className="share" aria-hidden="true" focusable="false" height="18" width="100%">
      <rect className="all" y="4" width="100%" height="10" />
      <rect className="part" y="4" width={percent(share)} height="10" />
      <line x1={percent(from)} x2={percent(to)} y1="9" y2="9" />
      <line x1={percent(from)} x2={percent(from)} y1="3" y2="15" />
      <line x1={percent(to)} x2={percent(to)} y1="3" y2="15" />
    </svg>
  );
}

function Showed({ questions, again }: { questions: ShownBy[]; again: ((query: string) => string) | null }) {
  return (
    <details>
      <summary>Shown by answers to {many(questions.length, "question")}, and what puts it right</summary>
      <ul className="showed">
        {questions.map(({ version, item, stem, answers }) => (
          <li key={version}>
            <a href={`/teach/items/${encodeURIComponent(item)}`}>{stem}</a>
            <ul>
              {answers.map(({ code, text, students, because }) => (
                <li key={`${code} ${text}`}>
                  “{text}” <span className="soft">{many(students, "student")}</span>
                  <span className="line soft">{because}</span>
                  {again && code ? (
                    <a className="small" href={again(`version=${version}&code=${encodeURIComponent(code)}`)}>
                      Teach who chose this again<span className="vh">: {text}</span>
                    </a>
                  ) : null}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Done({ done: { id, title, at, to, before, since, now }, zone }: { done: TaughtAgain; zone: string }) {
  return (
    <p className="said is-waiting again">
      <span>
        Taught again with <a href={`/teach/assignments/${id}`}>{title}</a>, {moment(new Date(at), zone)}, to{" "}
        {many(to, "student")}: {before} held it then, {since} {since === 1 ? "has" : "have"} answered since,{" "}
        <b>
          {now} {now === 1 ? "holds" : "hold"} it now
        </b>
        .
      </span>
    </p>
  );
}
