import type { Learns, NodeId, ObserverId } from "~/lab/model";

/** Something the reader put at a place of the network. */
export type Pin = { name: string; place: NodeId };

/** The message under way: its stops in order, and at which of them it is. */
export type Run = {
  stops: readonly { node: NodeId; leg: "out" | "back"; shows: Learns; observers: readonly string[] }[];
  at: number;
};

/** What both drawings are made from. `told` is false while the figure is part of a question. */
export type Drawing = {
  id: string;
  alt: string;
  told: boolean;
  watched: boolean;
  /** With the three collection points of diagram D-L3. */
  flagged: boolean;
  pins: Pin[];
  learns?: Record<ObserverId, Learns>;
  run?: Run;
};
