/** Where the boxes of the course stand: laid by hand once, around a ring, so that no arrow passes under a box. */
import type { Course } from "../words/index.ts";

/** The middle of each box, as a share of the width and of the height. */
export const wide: Readonly<Record<Course, readonly [x: number, y: number]>> = {
  normal: [0.1, 0.5],
  strained: [0.27, 0.1],
  strike: [0.53, 0.06],
  retaliation: [0.8, 0.17],
  war: [0.92, 0.5],
  reconciliation: [0.77, 0.83],
  severed: [0.5, 0.94],
  recalled: [0.24, 0.88],
};

/** The same for a phone. */
export const tall: Readonly<Record<Course, readonly [x: number, y: number]>> = {
  normal: [0.5, 0.96],
  strained: [0.34, 0.8],
  recalled: [0.16, 0.5],
  severed: [0.34, 0.19],
  strike: [0.5, 0.04],
  retaliation: [0.7, 0.19],
  war: [0.9, 0.46],
  reconciliation: [0.72, 0.76],
};
