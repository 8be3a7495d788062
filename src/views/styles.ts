/** Styles by meaning: that of each class of acts, and of each state of the course. */
import type { ActClass } from "../events/index.ts";
import type { Style } from "../render/index.ts";

/** The style of each class of acts. */
export const classStyles: Readonly<Record<ActClass, Style | undefined>> = {
  statement: undefined,
  protest: "warn",
  threat: "warn",
  display: "warn",
  force: "force",
  rupture: "rupture",
  posting: undefined,
  sanction: "rupture",
  contact: "talk",
  conciliation: "good",
  agreement: "good",
  "third-party": "third",
  "non-state": "force",
  clock: "faint",
};

/** The style of a top state of the course. */
export const courseStyles: Readonly<Record<string, Style>> = {
  normal: "good",
  strained: "rupture",
  strike: "force",
  "ambassadors-recalled": "rupture",
  "relations severed": "rupture",
  retaliation: "force",
  reconciliation: "talk",
};
