import type { Random } from "~/interactions/contract";
import type { InteractionName } from "~/interactions/names";

type Pair = { id: string; text: string };
// biome-ignore lint/suspicious/noExplicitAny: a sample student answers every type; the type's own schemas check it after.
type Loose = any;

/**
 * What a sample student who does not know answers: a plausible slip for each type, made from what the student sees.
 * @param solution the right response, from which some types slip in one place only
 */
export function slip(interaction: InteractionName, body: Loose, solution: Loose, random: Random): unknown {
  const pick = <T>(list: T[]): T => list[Math.floor(random() * list.length)] as T;
  const other = (list: Pair[], not: string[]) => pick(list.filter(({ id }) => !not.includes(id))).id;
  switch (interaction) {
    case "choice":
      return body.max === 1
        ? { v: 1, chosen: [other(body.options, solution.chosen)] }
        : { v: 1, chosen: [...solution.chosen.slice(1), other(body.options, solution.chosen)] };
    case "match": {
      const source = pick(Object.keys(solution.pairs));
      return { v: 1, pairs: { ...solution.pairs, [source]: other(body.targets, [solution.pairs[source]]) } };
    }
    case "order": {
      const [one, two] = Object.entries<number>(solution.ranks).filter(([, rank]) => rank === 4 || rank === 5) as [
        [string, number],
        [string, number],
      ];
      return { v: 1, ranks: { ...solution.ranks, [one[0]]: two[1], [two[0]]: one[1] } };
    }
    case "choice-with-reason":
      return {
        v: 1,
        truth: random() < 0.6 ? solution.truth : !solution.truth,
        reason: other(body.reasons, [solution.reason]),
      };
    case "inline-choice": {
      const gap = pick(body.gaps as { id: string; options: Pair[] }[]);
      return { v: 1, gaps: { ...solution.gaps, [gap.id]: other(gap.options, [solution.gaps[gap.id]]) } };
    }
    case "numeric":
      return { v: 1, text: pick(["3", "6", "5"]) };
    case "text-entry":
      return { v: 1, text: pick(["SSL", "HTTPS", "VPN"]) };
    case "hotspot":
      return { v: 1, chosen: [other(body.targets, solution.chosen)] };
    case "extended-text":
      return { v: 1, text: pick(writings) };
  }
}

/** What sample students write; of different quality, so that there is something to mark. */
export const writings = [
  "Smith talked about the way to the servers in July 2013. Data that is kept on a disk is something else. A lock on the way says nothing about the disk, so both can be true. Why was the data kept without a lock?",
  "They are two different things. One is moving data and one is stored data. TLS ends at the company. So the company can read it there and store it.",
  "In July 2013 Brad Smith said that the servers hold data in an unencrypted state. TLS protects the connection to Microsoft and ends at the front end. After that other locks would be needed. Was any link between the data centres ever tapped?",
  "I think they can both be true because encryption is not one switch.",
];
