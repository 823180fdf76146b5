import { expect } from "vitest";
import { words } from "../playing";
import { exit, holdsIdea, idea, tookB } from "./answers";
import { mine, type Room } from "./room";

const title = "Check again: Who holds the key";

/** One press gives a section and twin questions to exactly those who hold the idea; for others it does not exist. */
export async function teachesAgain(room: Room): Promise<void> {
  const { teacher, desk, unit } = room;
  await teacher.get(`${desk}/misconceptions?assignment=${unit.split("/").at(-1)}`);
  const card = [...teacher.page.document.querySelectorAll(".idea")].find((one) =>
    words(one).startsWith(idea),
  ) as Element;
  const holders = room.students.filter(({ name, index }) => room.exits.has(name) && holdsIdea(index));
  const named = [...card.querySelectorAll("details .names a")].map(words);
  expect(new Set(named)).toEqual(new Set(holders.map(({ name }) => name)));
  await room.follow(/^Teach it again to/, card);
  await teacher.submit(/^Give it/);
  expect(teacher.words).toMatch(new RegExp(`Taught again with ${title}.*to ${holders.length} students`));
  room.again = teacher.page.document.querySelector(".again a")?.getAttribute("href") ?? "";
  for (const { name, index, visitor } of room.students) {
    await visitor.get("/me");
    const { status } = await visitor.get(mine(room.again));
    const listed = visitor.seen.at(-2)?.html.includes(title);
    expect([name, listed, status]).toEqual([name, holdsIdea(index), holdsIdea(index) ? 200 : 404]);
  }
}

/** Each finds their answer with its reason; those whose mark changed read why, and nobody else does. */
export async function seeTheirResults(room: Room): Promise<void> {
  await Promise.all(
    room.students.map(async ({ name, index, visitor }) => {
      await visitor.get(`${room.exits.get(name)}/review`);
      const [second, fifth] = [2, 5].map((slot) => words(visitor.page.document.querySelector(`#r${slot}`) as Element));
      const reason = exit[1]?.texts[`option.${holdsIdea(index) ? "b" : "c"}`] as string;
      expect([name, second]).toEqual([name, expect.stringContaining(reason)]);
      expect([name, fifth?.includes("was corrected")]).toEqual([name, tookB(index)]);
    }),
  );
}
