/** A short crisis in the shape of the flagship, for tests that need one. */
import { type ActId, type DiplomaticEvent, type EventDraft, event, when } from "../../src/events/index.ts";
import { type Beginning, fold, type History } from "../../src/history/index.ts";

export const dyad = { a: "IRN", b: "PAK" } as const;
export const beginning: Beginning = { dyad, from: when("2024-01-15").start };

/** An event by one party on a day of January 2024, with whatever else it needs. */
export function on(
  day: number,
  act: ActId,
  from: readonly string[],
  more: Readonly<Record<string, unknown>> = {},
): DiplomaticEvent {
  const at = `2024-01-${String(day).padStart(2, "0")}`;
  const to = from.length === 1 ? [dyad.a, dyad.b].filter((code) => code !== from[0]) : [];
  return event({ id: `${act}-${day}`, act, at, from, to, ...more } as EventDraft<ActId>);
}

export const strike = on(16, "strike", ["IRN"], {
  claims: [
    { by: "IRN", about: "target", says: "an armed group" },
    { by: "PAK", about: "target", says: "a village" },
    { by: "PAK", about: "casualties", killed: 2, of: "children" },
  ],
});
export const recall = on(17, "recall-ambassador", ["PAK"], { because: [strike.id] });
export const bar = on(17, "bar-ambassador", ["PAK"], { because: [strike.id] });
export const reprisal = on(18, "strike", ["PAK"], { because: [strike.id] });
export const overture = on(19, "express-deescalation", ["PAK"]);
export const call = on(19, "consult-by-phone", ["PAK"], { because: [overture.id] });
export const accord = on(22, "agree", ["IRN", "PAK"], {
  because: [call.id],
  terms: [{ act: "return-ambassador", by: "both", before: "2024-01-26" }],
});
export const comeback = on(26, "return-ambassador", ["IRN", "PAK"], { because: [accord.id] });

export const crisis: readonly DiplomaticEvent[] = [strike, recall, bar, reprisal, overture, call, accord, comeback];

/** The crisis or another list of events, folded from 15 January 2024. */
export function folded(events: readonly DiplomaticEvent[] = crisis, until?: string): History {
  return fold(events, beginning, until === undefined ? undefined : when(until).end);
}

/** What happened, a line for each step: date, id, verdict. */
export function lines({ steps }: History): readonly string[] {
  return steps.map(({ event: { at, id }, verdict }) => `${at} ${id} ${verdict}`);
}
