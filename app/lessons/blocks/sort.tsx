import { FieldError } from "~/components/field-error";
import { Mark } from "~/components/mark";
import { Result } from "~/components/result";
import { moment } from "~/text";
import { type Bin, binsOf, cardsOf, sorted, sortedAs } from "../sorting";
import type { SortCard, SortReply } from "../view";
import { AnswerForm, useRefused, WhyRefused } from "./answer-form";
import { agreement } from "./news";
import { OwnWords } from "./own-words";
import { usePage } from "./page-context";

/** Cards to sort, each by a list of its own; then, card by card, how we sort it and what would help to settle it. */
export function Sort({ id, cards: ids }: { id: string; cards: string }) {
  const { sorts, answers, zone } = usePage();
  const refused = useRefused(id);
  const sort = sorts[id];
  if (!sort) return null;
  const kept = answers[id]?.newest;
  const bins = sorted(cardsOf(ids), refused?.chosen ?? kept?.chosen ?? []);
  const replies = refused ? [] : sort.replies;
  return (
    <AnswerForm block={id} kind="sort" anchor={id} className="yours wide sorting">
      <fieldset aria-describedby={refused ? `${id}-why` : undefined}>
        <legend>Sort these {sort.cards.length} cards</legend>
        <WhyRefused
          refused={refused}
          id={`${id}-why`}
          open={sort.cards.flatMap((card) => (bins[card.id] ? [] : [{ id: `${id}-${card.id}`, name: card.id }]))}
        />
        <ul className="sortcards">
          {sort.cards.map((card) => (
            <Card key={card.id} card={card} id={`${id}-${card.id}`} bin={bins[card.id]} asked={refused !== null} />
          ))}
        </ul>
      </fieldset>
      <OwnWords refused={refused} kept={kept}>
        Take one of them: what would help to settle it? You may leave this empty.
      </OwnWords>
      <p className="btns">
        <button type="submit" className="btn go">
          {kept ? "Sort again" : "Sort them, then see ours"}
        </button>
        <span className="small">{kept ? `Kept on ${moment(kept.at, zone)}.` : "For you only. Not marked."}</span>
      </p>
      {replies.length > 0 ? <Replies id={id} replies={replies} /> : null}
    </AnswerForm>
  );
}

function Card({ card, id, bin, asked }: { card: SortCard; id: string; bin: Bin | undefined; asked: boolean }) {
  const error = asked && !bin ? `Choose a place for ${card.id}.` : undefined;
  return (
    <li>
      <p id={`${id}-text`}>
        <b>{card.id}</b> {card.text}
      </p>
      {card.by ? <p className="small by">{card.by}</p> : null}
      <div className="field">
        <FieldError id={id} error={error} />
        <select
          className="in"
          id={id}
          name="chosen"
          aria-labelledby={`${id}-text`}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          defaultValue={bin ? sortedAs(card.id, bin.value) : ""}
        >
          <option value="">Choose</option>
          {binsOf(card.id).map(({ value, words }) => (
            <option key={value} value={sortedAs(card.id, value)}>
              {words}
            </option>
          ))}
        </select>
      </div>
    </li>
  );
}

const standings = {
  right: { mark: "right", words: "The same as ours" },
  partly: { mark: "partly", words: "That is in it too" },
  open: { mark: "waiting", words: "We see it differently; a good reason counts" },
  wrong: { mark: "wrong", words: "Not right" },
} as const;

function Replies({ id, replies }: { id: string; replies: SortReply[] }) {
  return (
    <div className="replies">
      <Result of={id}>
        <b>{agreement(replies)}.</b>{" "}
        {replies.some(({ standing }) => standing !== "right") ? "The others come first." : null}
      </Result>
      {replies.map(({ card, chosen, ours, standing, why, settle }) => (
        <div key={card.id} className={`said is-${standing === "open" ? "waiting" : standing}`}>
          <Mark name={standings[standing].mark} />
          <div>
            <b>
              {card.id}:{" "}
              {standing === "right" && chosen !== ours ? "The same, and ours adds to it" : standings[standing].words}
            </b>
            <p>
              You: {chosen}. Ours: {ours}.
            </p>
            <p>{why}</p>
            {settle ? (
              <p>
                <strong>What would help to settle it?</strong> {settle}
              </p>
            ) : null}
            <p className="small">
              <a href={card.href}>{card.id} in the ledger</a>
            </p>
          </div>
        </div>
      ))}
    </div>
  );
}
