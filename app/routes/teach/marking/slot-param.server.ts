import { notFound } from "~/access/visitor.server";

/** The number of a question from the address. @throws 404 */
export function slotParam({ params }: { params: Record<string, string | undefined> }): number {
  const slot = params.slot ?? "";
  if (!/^[1-9]\d{0,3}$/.test(slot)) throw notFound();
  return Number(slot);
}
