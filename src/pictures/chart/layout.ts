/** The places of the boxes of the course, laid out by hand around a ring. Ways between them bend towards its middle. */
import type { Headline } from "../words/index.ts";

/** The middle of each box, as a share of the width and of the height, once around the ring. */
export const wide: Readonly<Record<Headline, readonly [x: number, y: number]>> = {
  normal: [0.09, 0.5],
  strained: [0.25, 0.12],
  strike: [0.52, 0.05],
  retaliation: [0.78, 0.14],
  war: [0.92, 0.5],
  reconciliation: [0.77, 0.86],
  severed: [0.5, 0.95],
  recalled: [0.24, 0.88],
};

/** The same for a phone. */
export const tall: Readonly<Record<Headline, readonly [x: number, y: number]>> = {
  normal: [0.5, 0.97],
  strained: [0.17, 0.8],
  recalled: [0.16, 0.5],
  severed: [0.17, 0.2],
  strike: [0.5, 0.03],
  retaliation: [0.83, 0.2],
  war: [0.9, 0.5],
  reconciliation: [0.82, 0.8],
};

/** How far a way bends towards the middle: little between neighbours, and enough to pass other boxes between the rest. */
export const bends = { neighbours: 0.15, others: 0.75 } as const;
