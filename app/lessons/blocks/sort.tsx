import { FieldError } from "~/components/field-error";
import { Result } from "~/components/result";
import { moment } from "~/text";
import { type Bin, binsOf, cardsOf, sorted, sortedAs } from "../sorting";
import type { SortCard, SortReply } from "../view";
import { AnswerForm, useRefused, WhyRefused } from "./answer-form";
import { Compared } from "./compared";
import { Linked } from "./linked";
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
  const what = sort.cards[0]?.by ? "claims" : "comments";
  return (
    <AnswerForm block={id} kind="sort" anchor={id} className="yours wide sorting">
      <fieldset aria-describedby={refused ? `${id}-why` : undefined}>
        <legend>
          Sort these {sort.cards.length} {what}
        </legend>
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
        Take one of these {what}: what would help to settle it? You may leave this empty.
      </OwnWords>
      <p className="btns">
        <button type="submit" className="btn go">
          {kept ? `Keep the ${what} sorted like this` : `Sort the ${what}, then see ours`}
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
      <p>
        <b id={`${id}-name`}>{card.id}</b> <span id={`${id}-says`}>{card.text}</span>
      </p>
      {card.by ? <p className="small by">{card.by}</p> : null}
      <div className="field">
        <FieldError id={id} error={error} />
        <select
          className="in"
          id={id}
          name="chosen"
          aria-labelledby={`${id}-name`}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error ${id}-says` : `${id}-says`}
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
        <Compared
          key={card.id}
          name={card.id}
          mark={standings[standing].mark}
          standing={
            standing === "right" && chosen !== ours ? "The same, and ours adds to it" : standings[standing].words
          }
          chosen={chosen}
          ours={ours}
        >
          <p>
            <Linked text={why} />
          </p>
          {settle ? (
            <p>
              <strong>What would help to settle it?</strong> <Linked text={settle} />
            </p>
          ) : null}
          <p className="small">
            <a href={card.href}>{card.id} in the ledger</a>
          </p>
        </Compared>
      ))}
    </div>
  );
}
