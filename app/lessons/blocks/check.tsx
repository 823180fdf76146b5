import { Mark } from "~/components/mark";
import { views } from "~/interactions/views";
import { standingWords } from "~/text";
import type { CheckView } from "../view";
import { AnswerForm, useRefused, WhyRefused } from "./answer-form";
import { usePage } from "./page-context";

/** A small question inside a lesson: answered at once, as often as one likes, never scored. */
export function Check({ id }: { id: string }) {
  const check = usePage().checks[id];
  const refused = useRefused(id);
  if (!check) return null;
  const { Input } = views[check.interaction];
  return (
    <AnswerForm block={id} kind="check" anchor={id} className="check">
      <fieldset aria-describedby={refused ? `${id}-why` : undefined}>
        <legend id={`${id}-ask`}>{check.stem}</legend>
        <WhyRefused refused={refused} id={`${id}-why`} />
        <Input body={check.body} response={check.response} name={id} labelledBy={`${id}-ask`} />
      </fieldset>
      {refused ? null : <Reply check={check} />}
      <p className="btns">
        <button type="submit" className="btn">
          {check.reply ? "Check again" : "Check"}
        </button>
        <span className="small soft">For you only. Not marked.</span>
      </p>
    </AnswerForm>
  );
}

function Reply({ check: { reply } }: { check: CheckView }) {
  const { lesson, section } = usePage();
  if (!reply || reply.standing === "waiting") return null;
  const here = `/lessons/${lesson}/${section}`;
  const words = standingWords[reply.standing];
  const shown = reply.standing === "right" || reply.standing === "partly" ? reply.standing : "wrong";
  return (
    <div className={`said is-${shown}`} role="status">
      <Mark name={shown} />
      <div>
        <b>{words.charAt(0).toUpperCase() + words.slice(1)}</b>
        {reply.says.map((text) => (
          <p key={text}>{text}</p>
        ))}
        {reply.behind.map(({ idea, read }) => (
          <p key={idea}>
            <strong>The idea behind it may be:</strong> {idea}{" "}
            {read && read.href !== here ? (
              <>
                Read next: <a href={read.href}>{read.heading}</a>
              </>
            ) : read ? (
              "Read this section again with that in mind."
            ) : null}
          </p>
        ))}
      </div>
    </div>
  );
}
