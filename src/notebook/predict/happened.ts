/** What happened: which of the options came true, and by which events of the record. */
import { actOf, type DiplomaticEvent } from "../../events/index.ts";
import type { Step } from "../../history/index.ts";
import type { Lesson } from "../../scenario/index.ts";

/** What the record says after a moment. */
export interface Happened {
  /** The option that came true; `none of these` where none did. */
  readonly option: string;
  /** The events that say so: those of whoever was asked, up to the one that decides. */
  readonly steps: readonly Step[];
}

/** What is looked for. */
export interface Wanted {
  /** What a probability was given to. */
  readonly named: readonly string[];
  /** What else was offered. */
  readonly offered: readonly string[];
  readonly lesson?: Lesson | undefined;
  readonly by?: string | undefined;
  readonly happened?: string | undefined;
}

/** No option came true. */
export const NONE = "none of these";

/**
 * What happened next.
 *
 * @param later the steps of the record after the moment, without those of the clock
 */
export function happenedNext(later: readonly Step[], wanted: Wanted): Happened {
  const { by } = wanted;
  const theirs = by === undefined ? later : later.filter(({ event }) => event.from.includes(by));
  const answer = wanted.happened ?? answerOf(wanted);
  const options = answer === undefined ? [...new Set([...wanted.named, ...wanted.offered])] : [answer];
  const place = theirs.findIndex(({ event }) => matchIn(event, options) !== undefined);
  const decisive = theirs[place];
  if (decisive === undefined) return { option: answer ?? NONE, steps: firstDay(theirs) };
  const actor = by ?? decisive.event.from[0] ?? "";
  const before = theirs.slice(0, place + 1).filter(({ event }) => event.from.includes(actor));
  return { option: answer ?? matchIn(decisive.event, options) ?? NONE, steps: before };
}

/** The answer of the scenario's question, where the prediction is about its options. */
function answerOf({ named, offered, lesson }: Wanted): string | undefined {
  if (lesson === undefined) return undefined;
  const questionOptions = new Set(lesson.options);
  return [...named, ...offered].every((name) => questionOptions.has(name)) ? lesson.answer : undefined;
}

/** The option that an event makes true: its act, else its class. */
function matchIn({ act }: DiplomaticEvent, options: readonly string[]): string | undefined {
  return options.find((option) => option === act) ?? options.find((option) => option === actOf(act).class);
}

/** The steps of the first day on which there are any. */
function firstDay(steps: readonly Step[]): readonly Step[] {
  const day = steps[0]?.event.at.slice(0, 10);
  return steps.filter(({ event }) => event.at.slice(0, 10) === day);
}
