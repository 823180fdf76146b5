import type { TaughtClass } from "~/access/rights";
import { joinCode } from "~/models/classroom.server";
import { joinAddress, joinWay } from "../../join-way.server";

export type CardsPage = Awaited<ReturnType<typeof cardsPage>>;

/** What a page with cards of PINs shows of its class: who looks, and the way in that stands on each card. */
export async function cardsPage(request: Request, taught: TaughtClass) {
  const code = await joinCode(taught);
  const { square } = joinWay(request, code);
  const { viewer: visitor, id, name: className } = taught;
  return { visitor, id, className, code, square, address: joinAddress(request) };
}
