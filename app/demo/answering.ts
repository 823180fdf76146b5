import type { Random } from "~/interactions/contract";
import type { InteractionName } from "~/interactions/registry.server";
import { widespread } from "./knowing";

type Part = { id: string };
// biome-ignore lint/suspicious/noExplicitAny: a sample student answers every type; the type's own schemas check it after.
type Loose = any;
/** Picks one of a list, `code` leading each to the wrong ideas behind it. */
type Pick = <T>(list: T[], code: (one: T) => string) => T;

/** A question as a sample student meets it. */
export type Asked = {
  interaction: InteractionName;
  body: Loose;
  key: Loose;
  misconceptions: Record<string, string[]>;
};

/**
 * What a sample student who does not know answers: a plausible slip for each type. What a widespread wrong idea leads to
 * is chosen more often, what any idea leads to more often than the rest.
 * A type that no sample quiz asks has no slip here; it is left without an answer.
 * @param solution the right response, from which most types slip in one place only
 */
export function slip(asked: Asked, solution: Loose, random: Random): Loose {
  const pick: Pick = (list, code) => weighted(list, (one) => weightOf(asked.misconceptions[code(one)]), random);
  return slips[asked.interaction]?.({ ...asked, solution, pick, random }) ?? null;
}

type Moment = Asked & { solution: Loose; pick: Pick; random: Random };

const slips: Partial<Record<InteractionName, (moment: Moment) => Loose>> = {
  choice({ body, solution, pick, random }) {
    const wrong = pick(others(body.options, solution.chosen), ({ id }) => `option.${id}`).id;
    if (body.max === 1) return { v: 1, chosen: [wrong] };
    const left = without(solution.chosen, random);
    return { v: 1, chosen: random() < 0.75 ? [...left, wrong] : left };
  },
  match({ body, solution, pick, random }) {
    const pairs = { ...solution.pairs };
    const one = pick(Object.keys(pairs), (id) => `source.${id}`);
    if (body.reuse) {
      pairs[one] = pick(others(body.targets, [pairs[one]]), () => "").id;
      if (random() < 0.4) {
        const two = pick(Object.keys(pairs), (id) => `source.${id}`);
        pairs[two] = pick(others(body.targets, [solution.pairs[two]]), () => "").id;
      }
    } else {
      const two = pick(
        Object.keys(pairs).filter((id) => id !== one),
        (id) => `source.${id}`,
      );
      [pairs[one], pairs[two]] = [pairs[two], pairs[one]];
    }
    return { v: 1, pairs };
  },
  order({ key, random }) {
    const order = [...key.order];
    const place = Math.floor(random() * (order.length - 1));
    // Mostly two neighbours change places; sometimes a step goes to the very end.
    order.splice(random() < 0.75 ? place + 1 : order.length - 1, 0, ...order.splice(place, 1));
    return { v: 1, ranks: Object.fromEntries(order.map((id: string, index) => [id, index + 1])) };
  },
  "choice-with-reason"({ body, solution, pick, random }) {
    const reason = pick(others(body.reasons, [solution.reason]), ({ id }) => `reason.${id}`).id;
    return { v: 1, truth: random() < 0.55 ? solution.truth : !solution.truth, reason };
  },
  "inline-choice"({ body, solution, pick, random }) {
    const gaps = { ...solution.gaps };
    for (let wrong = random() < 0.35 ? 2 : 1; wrong > 0; wrong--) {
      const gap = body.gaps[Math.floor(random() * body.gaps.length)];
      gaps[gap.id] = pick(others(gap.options, [solution.gaps[gap.id]]), ({ id }) => `gap.${gap.id}.${id}`).id;
    }
    return { v: 1, gaps };
  },
  numeric({ key, pick, random }) {
    const text = String(pick(key.common as number[], (number) => `answer.${number}`));
    return { v: 1, text: random() < 0.5 ? text.replace(".", ",") : text };
  },
  "text-entry": ({ key, pick }) => ({ v: 1, text: pick(key.near as string[], () => "") }),
  hotspot({ body, key, solution, pick, random }) {
    const wrong = pick(others(body.targets, key.right), ({ id }) => `target.${id}`).id;
    if (body.max === 1) return { v: 1, chosen: [wrong] };
    const missed = pick(key.right as string[], (id) => `target.${id}`);
    const left = solution.chosen.filter((id: string) => id !== missed);
    const chosen = random() < 0.4 ? without(left, random) : left;
    return { v: 1, chosen: random() < 0.4 ? [...chosen, wrong] : chosen };
  },
  "extended-text": ({ solution }) => solution,
};

function others<T extends Part>(list: T[], not: string[]): T[] {
  return list.filter(({ id }) => !not.includes(id));
}

function without(list: string[], random: Random): string[] {
  const gone = Math.floor(random() * list.length);
  return list.filter((_, index) => index !== gone);
}

function weightOf(ideas: string[] | undefined): number {
  return !ideas ? 1 : ideas.some((idea) => widespread.includes(idea)) ? 5 : 2;
}

/** Earlier ones weigh a little more, so that even among equals one stands out, as in a real class. */
function weighted<T>(list: T[], weight: (one: T) => number, random: Random): T {
  const weights = list.map((one, index) => weight(one) * (1 + 1 / (index + 1)));
  let left = random() * weights.reduce((sum, one) => sum + one, 0);
  for (const [index, one] of list.entries()) {
    left -= weights[index] as number;
    if (left < 0) return one;
  }
  return list.at(-1) as T;
}
