/** Folding: a long record of one dyad, with its dossier. */
import { type ActId, type DiplomaticEvent, type EventDraft, event, formatWhen } from "../src/events/index.ts";
import { fold } from "../src/history/index.ts";
import type { Contender } from "./measure.ts";

/** How the records here begin. */
export const FOLDED = { dyad: { a: "AAA", b: "BBB" } };
const START = Date.UTC(1950, 0, 1) / 60_000;

const CYCLE: readonly (readonly [ActId, "a" | "b" | "both", object?])[] = [
  ["accuse", "a"],
  [
    "strike",
    "a",
    {
      claims: [
        { by: "AAA", about: "target", says: "a camp" },
        { by: "BBB", about: "target", says: "a village" },
      ],
    },
  ],
  ["condemn", "b"],
  ["recall-ambassador", "b"],
  ["strike", "b", { claims: [{ by: "AAA", about: "casualties", killed: 3 }] }],
  ["consult-by-phone", "a"],
  ["express-deescalation", "a"],
  ["express-deescalation", "b"],
  ["agree", "both", { terms: [{ act: "return-ambassador", by: "BBB", before: "2199-12-31" }] }],
  ["return-ambassador", "b"],
];

/** A record of so many events, several on each day: crises that come, are settled and come again. */
export function longRecord(length: number): readonly DiplomaticEvent[] {
  return Array.from({ length }, (_, k) => {
    const [act, by, more = {}] = CYCLE[k % CYCLE.length] ?? ["accuse", "a"];
    const from = by === "both" ? ["AAA", "BBB"] : [by === "a" ? "AAA" : "BBB"];
    const at = formatWhen(START + Math.floor(k / 4) * 1440);
    return event({ id: `e${k}`, act, at, from, ...more } as EventDraft<ActId>);
  });
}

/** A fold with dossier and clock of records of two lengths. */
export function foldContenders(): readonly Contender[] {
  return [10_000, 100_000].map((length) => {
    const record = longRecord(length);
    return {
      name: `fold ${length.toLocaleString("en")} events`,
      run: () => fold(record, FOLDED).steps.length,
    };
  });
}
