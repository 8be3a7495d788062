/** Given, when, then: a specification of what a move leads to. It needs no test runner: what does not hold is thrown. */
import { decide, type ProposedMove } from "../../doctrine/index.ts";
import {
  type ActId,
  type DiplomaticEvent,
  type EventDraft,
  event,
  parseDuration,
  type RequirementId,
  when as whenOf,
} from "../../events/index.ts";
import { advance, type Beginning, begin, extend, type History } from "../../history/index.ts";
import { type Pattern, PEACE, type Reason, type Situation } from "../../machine/index.ts";
import { Problem } from "../../problem/index.ts";
import { START } from "../fields.ts";
import { eventText, stepText } from "../text.ts";
import { compareEvents, compareRefusal, compareSituation, type ExpectedEvent } from "./compare.ts";
import { differenceText, differs, type StepRow } from "./differences.ts";

/** Where the given events begin: a {@link Beginning} whose opening names only what is not as in full normal relations. */
export interface Opening extends Omit<Beginning, "opening"> {
  readonly opening?: Partial<Situation>;
}

/** A move as a specification proposes it: its id is `move` unless it says otherwise, its day that of the last event. */
export interface SpecifiedMove extends Omit<ProposedMove, "id"> {
  readonly id?: string;
  /** The day or minute on which it is proposed; the clock runs until then. */
  readonly at?: string;
}

/** What was given, before anything is done. */
export interface Given {
  readonly history: History;
  /** Somebody proposes to do something. @throws Problem `invalid-event` when the move makes no event; RangeError for a day before */
  readonly when: (move: SpecifiedMove) => SpecifiedWhen;
  /** Nobody does anything for so long: `90d`. @throws RangeError when the text is no duration */
  readonly whenTimePasses: (length: string) => SpecifiedWhen;
}

/** What was done, to be followed by what is expected of it. */
export interface SpecifiedWhen {
  /** Exactly these events follow, those of the clock among them; none when none is named. */
  readonly then: (...events: readonly ExpectedEvent[]) => SpecifiedResult;
  /** The move is refused, and these requirements are among those that it does not meet. */
  readonly thenVoid: (...requirements: readonly RequirementId[]) => SpecifiedResult;
  /** The situation afterwards matches a pattern. */
  readonly thenSituation: (pattern: Pattern) => SpecifiedResult;
}

/** What held. It has no `then`, so a test may return or await it. */
export interface SpecifiedResult extends Pick<SpecifiedWhen, "thenSituation"> {
  /** The history afterwards; as it was given where the move was refused. */
  readonly history: History;
}

/** `specification-broken`: a specification does not hold. Says what was given, what was done, and the difference. */
function specificationBroken(sentence: string, rows: readonly StepRow[]): Problem<readonly StepRow[]> {
  return new Problem("specification-broken", sentence, { data: rows });
}

/**
 * Begins a specification with a history, or with events that are folded as they are, valid or not.
 *
 * @param beginning the parties and where they begin; needed with events
 * @example
 * ```ts
 * import { given } from "demarche/testing";
 * const dyad = { a: "IRN", b: "PAK" };
 * const struck = given([{ id: "raid", act: "strike", at: "2024-01-16", from: ["IRN"] }], { dyad });
 * struck.when({ act: "strike", from: ["PAK"] }).then("strike").thenSituation({ course: "retaliation.answered" });
 * struck.when({ act: "return-ambassador", from: ["PAK"] }).thenVoid("ambassador-away");
 * ```
 */
export function given(history: History): Given;
export function given(events: readonly EventDraft<ActId>[], beginning: Opening): Given;
export function given(past: History | readonly EventDraft<ActId>[], beginning?: Opening): Given {
  const history = "steps" in past ? past : foldEvents(past, beginning);
  return {
    history,
    when: ({ at, id = "move", ...move }) => {
      const now = at === undefined ? history : advanceTo(history, at);
      const decided = decide(now, { id, ...move });
      const what = `${move.from.join("+")} proposes ${move.act}${at === undefined ? "" : ` on ${at}`}`;
      if (!decided.valid) return whenDone({ given: history, what, after: now, reasons: decided.reasons });
      return whenDone({ given: history, what, after: extend(now, [decided.event]) });
    },
    whenTimePasses: (length) => {
      const minutes = parseDuration(length);
      if (minutes === undefined) throw new RangeError(`"${length}" is no duration: write a number and min, h, d or w.`);
      return whenDone({ given: history, what: `${length} pass`, after: advance(history, history.now + minutes) });
    },
  };
}

interface Done {
  readonly given: History;
  readonly what: string;
  readonly after: History;
  /** Why the move was refused; absent when it was not. */
  readonly reasons?: readonly Reason[];
}

function whenDone(done: Done): SpecifiedWhen {
  const { given: before, after, reasons } = done;
  const made: readonly DiplomaticEvent[] = after.steps.slice(before.steps.length).map((step) => step.event);
  const result: SpecifiedResult = {
    history: after,
    thenSituation: (pattern) =>
      requireSame(done, "The situation is not as expected", compareSituation(pattern, after), result),
  };
  return {
    ...result,
    then: (...expected) => {
      if (expected.some((one) => typeof one === "function"))
        throw new TypeError("This was waited for as if it were a promise: say what follows with then(...) instead.");
      return requireSame(done, "What follows is not as expected", compareEvents(expected, made, reasons), result);
    },
    thenVoid: (...requirements) =>
      requireSame(done, "The verdict is not as expected", compareRefusal(requirements, made, reasons), result),
  };
}

function requireSame(
  { given: before, what }: Done,
  title: string,
  rows: readonly StepRow[],
  result: SpecifiedResult,
): SpecifiedResult {
  if (!rows.some(differs)) return result;
  const shown = before.steps.slice(-MAX_SHOWN).map(stepText);
  const more = before.steps.length - shown.length;
  const past = [...(more > 0 ? [`${more} more before`] : []), ...(shown.length > 0 ? shown : ["nothing has happened"])];
  const message = [`${title}.`, ...past.map((line, k) => `${k === 0 ? "Given" : "     "} ${line}`), `When  ${what}`];
  throw specificationBroken([...message, "Then", differenceText(rows)].join("\n"), rows);
}

/** The maximum number of given events shown, the last ones. */
const MAX_SHOWN = 6;

function foldEvents(events: readonly EventDraft<ActId>[], beginning: Opening | undefined): History {
  if (beginning === undefined) throw new TypeError("given(events) needs a second argument with the parties: { dyad }.");
  const { opening = {}, ...others } = beginning;
  const from = events.length === 0 ? { from: START } : {};
  return extend(begin({ ...from, ...others, opening: { ...PEACE, ...opening } }), events.map(event));
}

function advanceTo(history: History, at: string): History {
  const { start, end } = whenOf(at);
  if (end < history.now) {
    const last = history.steps.at(-1);
    const since = last === undefined ? "" : ` The last event is ${eventText(last.event)}.`;
    throw new RangeError(`The move is proposed on ${at}, before what was given.${since}`);
  }
  return advance(history, Math.max(start, history.now));
}
