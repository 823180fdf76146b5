import { z } from "zod";
import { type Arrangement, cellKinds } from "~/models/gradebook-order";
import { PageNumber } from "../asked-page.server";

const id = z.uuid();
const Search = z.object({
  sort: z.union([z.enum(["name", "mean"]), id]).catch("name"),
  down: z.literal("1").optional().catch(undefined),
  group: id.optional().catch(undefined),
  state: z.enum(cellKinds).optional().catch(undefined),
  page: PageNumber,
});

/** What an address asks of the gradebook. What it cannot mean is as if it had not been asked. */
export function readArrangement(request: Request): { asked: Arrangement; page: number } {
  const { searchParams } = new URL(request.url);
  const { page, down, ...rest } = Search.parse(Object.fromEntries(searchParams));
  const show = searchParams.getAll("show").filter((one) => id.safeParse(one).success);
  return { asked: { ...rest, down: down !== undefined, show }, page };
}
