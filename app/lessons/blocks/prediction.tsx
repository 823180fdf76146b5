import type { ReactNode } from "react";
import { Result } from "~/components/result";
import { moment } from "~/text";
import { type Offer, offersOf } from "../offers";
import { placePins } from "../pins";
import { elementsOf } from "../tree";
import type { Said } from "../view";
import { AnswerForm, useRefused, WhyRefused } from "./answer-form";
import { Choosing } from "./option";
import { OwnWords } from "./own-words";
import { usePage } from "./page-context";
import { Places } from "./places";

type Asked = { id: string; type: "one" | "many" | "place"; reason?: string; children?: ReactNode };

/** A prediction before the explanation. It is not marked; it is shown again later. */
export function Predict(asked: Asked) {
  const { answers, zone } = usePage();
  const kept = answers[asked.id];
  const say = useWords(asked);
  return (
    <PredictionForm
      asked={asked}
      anchor={asked.id}
      legend="Before you read: your prediction"
      button={kept ? "Keep the changed prediction" : "Keep my prediction"}
    >
      {kept ? (
        <Result of={asked.id}>
          You {say.past} {say.words(kept.newest)}, on {moment(kept.newest.at, zone)}.
        </Result>
      ) : (
        <p className="small">Not marked. You see it again later, and may change it.</p>
      )}
    </PredictionForm>
  );
}

/** The same prediction again, after the explanation: what was said first stays in sight. */
export function Recall(asked: Asked) {
  const { answers, zone } = usePage();
  const kept = answers[asked.id];
  const say = useWords(asked);
  const changed = kept && kept.newest.at > kept.first.at;
  return (
    <PredictionForm
      asked={asked}
      anchor={`${asked.id}-again`}
      legend={kept ? "Your prediction" : "You have not predicted yet"}
      before={
        kept ? (
          <FirstSaid of={changed ? null : `${asked.id}-again`}>
            In the beginning you {say.past} {say.words(kept.first)}, on {moment(kept.first.at, zone)}.
          </FirstSaid>
        ) : null
      }
      button={kept ? "Keep the changed answer" : "Keep my answer"}
    >
      {changed ? (
        <Result of={`${asked.id}-again`}>
          You changed it on {moment(kept.newest.at, zone)}: then you {say.past} {say.words(kept.newest)}.
        </Result>
      ) : null}
    </PredictionForm>
  );
}

/** What was said first. It is what a kept answer leads to as long as nothing was changed. @param of that form's anchor */
function FirstSaid({ of, children }: { of: string | null; children: ReactNode }) {
  return of ? <Result of={of}>{children}</Result> : <p>{children}</p>;
}

/** The words of the question, inside the form of a prediction. */
export function Question({ children }: { children?: ReactNode }) {
  return children;
}

function PredictionForm({
  asked,
  anchor,
  legend,
  button,
  before,
  children,
}: {
  asked: Asked;
  anchor: string;
  legend: string;
  button: string;
  /** What stands between the question and its answers. */
  before?: ReactNode;
  children: ReactNode;
}) {
  const kept = usePage().answers[asked.id]?.newest;
  const refused = useRefused(asked.id);
  const offers = useOffers(asked.id);
  const [question, ...choices] = [asked.children].flat();
  const chosen = refused?.chosen ?? kept?.chosen ?? [];
  const pins = asked.type === "place" ? placePins(offers, chosen) : [];
  const open = pins.flatMap(({ pin, name, place }) => (place ? [] : [{ id: `${anchor}-${pin}`, name }]));
  return (
    <AnswerForm
      block={asked.id}
      kind="predict"
      anchor={anchor}
      className={asked.type === "place" ? "yours wide placing" : "yours"}
    >
      <fieldset
        aria-labelledby={`${anchor}-legend ${anchor}-ask`}
        aria-describedby={refused ? `${anchor}-why` : undefined}
      >
        <legend id={`${anchor}-legend`}>{legend}</legend>
        <div id={`${anchor}-ask`}>{question}</div>
        {before ? <div className="said-before">{before}</div> : null}
        <WhyRefused refused={refused} id={`${anchor}-why`} open={open} />
        {asked.type === "place" ? (
          <Places pins={pins} anchor={anchor} refused={refused !== null} />
        ) : (
          <Choosing.Provider value={{ many: asked.type === "many", chosen }}>
            <div className="opts">{choices}</div>
          </Choosing.Provider>
        )}
      </fieldset>
      {asked.reason ? (
        <OwnWords refused={refused} kept={kept}>
          {asked.reason}
        </OwnWords>
      ) : null}
      <div className="said-before">{children}</div>
      <p className="btns">
        <button type="submit" className="btn go">
          {button}
        </button>
      </p>
    </AnswerForm>
  );
}

function useOffers(id: string): Offer[] {
  const element = elementsOf(usePage().tree, "kh-predict", "kh-recall").find(({ properties }) => properties.id === id);
  return element ? offersOf(element) : [];
}

/** How a prediction of this type is told again: “Yes”, with the reason “...”, or PRISM at “Storage disk”. */
function useWords({ id, type }: Asked) {
  const offers = useOffers(id);
  const placing = type === "place";
  return {
    past: placing ? "placed" : "said",
    words({ chosen, text }: Said): string {
      const picked = placing ? placements(offers, chosen) : picks(offers, chosen);
      return text ? `${picked}, with the reason “${text}”` : picked;
    },
  };
}

function picks(offers: Offer[], chosen: string[]): string {
  return chosen.map((value) => `“${offers.find((offer) => offer.value === value)?.words ?? value}”`).join(" and ");
}

function placements(offers: Offer[], chosen: string[]): string {
  const stands = placePins(offers, chosen).flatMap(({ name, place }) => (place ? `${name} at “${place.name}”` : []));
  return new Intl.ListFormat("en-GB").format(stands);
}
