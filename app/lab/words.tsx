import { createContext, Fragment, type ReactNode, useContext } from "react";
import { Gloss, type GlossTerm, GlossWord } from "~/components/gloss";
import type { Observer } from "./model";

/** The words of the glossary that the lab uses, by their id there, as the lab writes them. */
export const labWords: Record<string, string> = {
  tls: "TLS",
  "front-end": "front end",
  "data-centre": "data centre",
  backbone: "backbone",
  "tier-1": "Tier 1 fibre",
  "data-at-rest": "at rest",
  "end-to-end-encryption": "end-to-end",
  "lawful-demand": "lawful demand",
  envelope: "envelope",
  upstream: "Upstream",
  muscular: "MUSCULAR",
  prism: "PRISM",
  selector: "selectors",
  vpn: "VPN",
  tor: "Tor",
  "hidden-server-name": "hidden server names",
  "link-preview": "link previews",
};

/** Which of the words this page can explain, by id. */
const Explained = createContext<readonly string[]>([]);

/** The lab with the words that it can explain, and what each of them means. */
export function WithWords({ terms, children }: { terms: GlossTerm[]; children: ReactNode }) {
  return (
    <Explained.Provider value={terms.map(({ id }) => id)}>
      {children}
      {terms.map((term) => (
        <Gloss key={term.id} of={term} />
      ))}
    </Explained.Provider>
  );
}

/** The words in the grid and in the rule, which stand in lessons too. */
export const gridWords = ["upstream", "muscular", "prism", "envelope"];

/** What stands on a page that can explain these words and shows itself what they mean. */
export function Explaining({ words, children }: { words: readonly string[]; children: ReactNode }) {
  return <Explained.Provider value={words}>{children}</Explained.Provider>;
}

/** A text of the lab in which these words, where they come first on the page, open what they mean. */
export function Words({ text, of }: { text: string; of: readonly string[] }) {
  const explained = useContext(Explained);
  const found = of
    .filter((id) => explained.includes(id))
    .map((id) => ({ id, word: labWords[id] ?? "", at: text.indexOf(labWords[id] ?? "") }))
    .filter(({ word, at }) => word !== "" && at >= 0)
    .sort((one, other) => one.at - other.at);
  return (
    <>
      {found.map(({ id, word, at }, index) => (
        <Fragment key={id}>
          {text.slice(endOf(found[index - 1]), at)}
          <GlossWord id={id}>{word}</GlossWord>
        </Fragment>
      ))}
      {text.slice(endOf(found.at(-1)))}
    </>
  );
}

const endOf = (found: { at: number; word: string } | undefined) => (found ? found.at + found.word.length : 0);

/** Where an observer stands. Three of the places have a name that the lessons explain. */
export const placeOf = ({ place }: Observer) => <Words text={place} of={["upstream", "muscular", "prism"]} />;

const ofTheLocks = [
  "tls",
  "front-end",
  "data-centre",
  "backbone",
  "tier-1",
  "data-at-rest",
  "end-to-end-encryption",
  "lawful-demand",
];

/** The words on the switches and in the picture, which are controls and drawings and can open nothing themselves. */
export function WordsOfTheLocks() {
  const explained = useContext(Explained);
  const words = ofTheLocks.filter((id) => explained.includes(id));
  if (words.length === 0) return null;
  return (
    <p className="small soft">
      What the words mean:{" "}
      {words.map((id, index) => (
        <Fragment key={id}>
          {index > 0 ? ", " : null}
          <GlossWord id={id}>{labWords[id]}</GlossWord>
        </Fragment>
      ))}
      .
    </p>
  );
}
