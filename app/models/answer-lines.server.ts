import { eq, inArray } from "drizzle-orm";
import { itemVersions } from "#drizzle/schema";
import { db } from "~/db.server";
import { type InteractionName, interactions } from "~/interactions/registry.server";
import type { Option } from "~/statistics/options";
import { keyInForce, keysInForce, type Repair, repairsOf } from "./correction.server";

/** Something that could be answered, as reports count it: an option, a pair, a filled gap, or a whole answer. */
export type AnswerLine = Option & { text: string };

/** How answers to one wording are counted. */
export type Lines = {
  /** What could be chosen and is counted even when nobody did. */
  offered: AnswerLine[];
  /** What one stored answer chose; empty when nothing was answered. */
  of(response: unknown): AnswerLine[];
  /** Whether one line alone is the right answer, so that it and the others exclude each other. */
  oneIsRight: boolean;
};

/**
 * For wordings that were asked in an assignment, by their ids. Those that a person marks, and opinions, are left out:
 * there is nothing to count or nothing that is right.
 */
export async function linesOf(assignmentId: string, versions: string[]): Promise<Map<string, Lines>> {
  if (versions.length === 0) return new Map();
  const found = await db()
    .select({
      id: itemVersions.id,
      interaction: itemVersions.interaction,
      body: itemVersions.body,
      key: itemVersions.key,
    })
    .from(itemVersions)
    .where(versions.length === 1 ? eq(itemVersions.id, versions[0] as string) : inArray(itemVersions.id, versions));
  const repairs = await repairsOf(assignmentId, versions);
  return new Map(
    found.flatMap(({ id, interaction, body, key }) => {
      const name = interaction as InteractionName;
      if (key === null || interactions[name].marking === "by hand") return [];
      return [
        [
          id,
          countedLines(
            name,
            body,
            key,
            repairs.filter((one) => one.itemVersionId === id),
          ),
        ],
      ];
    }),
  );
}

function countedLines(interaction: InteractionName, stored: unknown, key: unknown, repairs: Repair[]): Lines {
  const type = interactions[interaction];
  const body = type.body.parse(stored);
  const keys = keysInForce(interaction, key, repairs);
  const offered = new Map<string, AnswerLine>();
  if (type.countedByLine)
    for (const one of keys)
      for (const { code, text, standing } of type.review(body, one, null)) {
        if (!code || (standing !== "missed" && standing !== "left")) continue;
        offered.set(code, { id: code, text, right: standing === "missed" || offered.get(code)?.right === true });
      }
  const read = (given: unknown): AnswerLine[] => {
    const { data: response, success } = type.response.safeParse(given);
    if (given === null || !success) return [];
    if (!type.countedByLine) {
      const text = type.summary(body, response);
      return [{ id: text.toLowerCase(), text, right: keys.some((one) => type.grade(body, one, response) === 1) }];
    }
    return type
      .review(body, keyInForce(interaction, body, key, repairs, response), response)
      .filter(({ picked }) => picked)
      .map(({ code, text, standing }) => offered.get(code ?? "") ?? { id: text, text, right: standing === "right" });
  };
  // A class gives few different answers.
  const known = new Map<string, AnswerLine[]>();
  return {
    offered: [...offered.values()],
    of(response) {
      const name = JSON.stringify(response);
      const lines = known.get(name) ?? read(response);
      known.set(name, lines);
      return lines;
    },
    oneIsRight: !type.countedByLine || read(type.solution(body, keys[0])).length === 1,
  };
}
