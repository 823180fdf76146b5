import { type InteractionName, interactionNames } from "~/interactions/registry.server";

/** The question types, by the names that questions carry. */
export const types: InteractionName[] = interactionNames;

export function isType(name: string | null | undefined): name is InteractionName {
  return interactionNames.includes(name as InteractionName);
}
