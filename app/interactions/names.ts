/** The question types of the house: the folder names of this room, and what an item's file says under `interaction`. */
export const interactionNames = [
  "choice",
  "match",
  "order",
  "choice-with-reason",
  "inline-choice",
  "numeric",
  "text-entry",
  "hotspot",
  "extended-text",
] as const;

export type InteractionName = (typeof interactionNames)[number];
