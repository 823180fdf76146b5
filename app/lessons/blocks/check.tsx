import { Mark } from "~/components/mark";
import { Result } from "~/components/result";
import { views } from "~/interactions/views";
import { capital, standingWords } from "~/text";
import { idsOf } from "../tree";
import type { CheckedRow, CheckView } from "../view";
import { AnswerForm, useRefused, WhyRefused } from "./answer-form";
import { Compared } from "./compared";
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
        <WhyRefused refused={refused} id={`${id}-why`} open={refused?.open} />
        <Input
          body={check.body}
          response={refused?.response === undefined ? check.response : refused.response}
          name={id}
          labelledBy={`${id}-ask`}
        />
      </fieldset>
      {refused ? null : <Reply check={check} />}
      {check.reply?.standing === "right" && !refused ? (
        <p className="btns">
          <NextAfter id={id} />
          <button type="submit" className="btn plain">
            Try it once more
          </button>
        </p>
      ) : (
        <p className="btns">
          <button type="submit" className="btn">
            {check.reply ? "Check again" : "Check"}
          </button>
          <span className="small soft">For you only. Not marked.</span>
        </p>
      )}
    </AnswerForm>
  );
}

/** Where to go on after a right answer: to the next check of the page that is still open, else to the way on. */
function NextAfter({ id }: { id: string }) {
  const { tree, checks } = usePage();
  const order = idsOf(tree, "kh-check");
  const next = order.slice(order.indexOf(id) + 1).find((one) => checks[one] && checks[one].reply?.standing !== "right");
  return next ? <a href={`#${next}`}>The next check on this page</a> : <a href="#onward">Go on</a>;
}

function Reply({ check: { id, reply } }: { check: CheckView }) {
  const { lesson, section } = usePage();
  if (!reply || reply.standing === "waiting") return null;
  const here = `/lessons/${lesson}/${section}`;
  const shown = reply.standing === "right" || reply.standing === "partly" ? reply.standing : "wrong";
  const said = (
    <div className={`said is-${shown}`}>
      <Mark name={shown} />
      <div>
        <Result of={id}>
          <b>
            {capital(standingWords[reply.standing])}
            {reply.rows.length > 0 ? `: ${rightOf(reply.rows)}.` : null}
          </b>
        </Result>
        {reply.says.map((text) => (
          <p key={text}>{text}</p>
        ))}
        {reply.behind.map(({ idea, read }) => (
          <p key={idea}>
            <strong>A mistaken idea that can lead to this answer:</strong> {idea} <strong>That is not so.</strong>{" "}
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
  if (reply.rows.length === 0) return said;
  return (
    <div className="replies">
      {said}
      {reply.rows.map(({ row, standing, chosen, ours, why }) => (
        <Compared
          key={row}
          name={`Row ${row}`}
          mark={standing}
          standing={capital(standingWords[standing])}
          chosen={chosen}
          ours={ours}
        >
          {why ? <p>{why}</p> : null}
        </Compared>
      ))}
    </div>
  );
}

const rightOf = (rows: CheckedRow[]) =>
  `${rows.filter(({ standing }) => standing === "right").length} of ${rows.length} rows`;
