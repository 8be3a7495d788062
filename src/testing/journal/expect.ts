/** What the contract demands with: events, equality, and refusals. */
import { type ActId, canonical, type DiplomaticEvent, type EventDraft, event } from "../../events/index.ts";
import type { JournalProblemCode } from "../../journal/index.ts";
import { isProblem, type Problem } from "../../problem/index.ts";

export function simpleEvent(id: string, at: string, act: ActId, from: string, to: string): DiplomaticEvent {
  return event({ id, at, act, from: [from], to: [to] } as EventDraft<ActId>);
}

/** @throws Error when two values are not the same as JSON */
export function expectSame(actual: unknown, expected: unknown, what: string): void {
  const [is, should] = [actual, expected].map((value) => (value === undefined ? "nothing" : canonical(value)));
  if (is !== should) throw new Error(`${what}: expected ${should}, and it is ${is}.`);
}

/** @throws Error unless it is refused with an error of this code, which is returned */
export async function expectRefusal(code: JournalProblemCode, work: () => Promise<unknown>): Promise<Problem> {
  try {
    await work();
  } catch (error) {
    if (isProblem(error, code)) return error;
    throw error;
  }
  throw new Error(`It was done, where it had to be refused as ${code}.`);
}
