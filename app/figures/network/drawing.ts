import type { Learns, ObserverId } from "~/lab/model";

/** What both drawings are made from. `told` is false while the figure is part of a question. */
export type Drawing = {
  id: string;
  alt: string;
  told: boolean;
  watched: boolean;
  learns?: Record<ObserverId, Learns>;
};
