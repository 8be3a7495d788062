/** Contracts judged moment after moment, over a whole history or over a future while it runs. */
import type { History, Step } from "../history/index.ts";
import { matches, type Pattern } from "../machine/index.ts";
import type { Contract, Response } from "./claims.ts";
import { dropUndefined } from "./values.ts";

/**
 * How a contract stands so far. What is violated stays violated, whatever comes. Undecided: a pattern began to hold, the
 * other has not come yet, and the time for it is not over.
 */
export type ContractStanding = "held" | "violated" | "undecided";

/** What a monitor has seen so far. Moments are counted: the opening is 0, the first step 1. */
export interface MonitorState {
  readonly standing: ContractStanding;
  /** The moment that broke it; for `leads-to` the one that asked for an answer and got none, or waits for it. */
  readonly moment?: number;
  /** For `leads-to`: the last minute at which the answer to that moment is in time. */
  readonly due?: number;
  /** How often it was put to the test: for `leads-to` how often the first pattern began to hold, else every moment. */
  readonly occasions: number;
}

/** Judges one history after another by one contract. */
export interface Monitor<S> {
  /** A history begins in this situation. */
  readonly begin: (situation: S, minute: number) => void;
  /** A step has led to this situation; minutes never fall. */
  readonly see: (situation: S, minute: number) => void;
  /** The history is told up to this minute. */
  readonly end: (minute: number) => void;
  readonly seen: () => MonitorState;
  /** Remembers what was seen so far; the function it gives goes back to that. */
  readonly keep: () => () => void;
}

/**
 * A monitor of a contract.
 *
 * @param holds makes a test of a pattern, for situations as the caller has them
 */
export function monitorOf<S>(contract: Contract, holds: (pattern: Pattern) => (situation: S) => boolean): Monitor<S> {
  return contract.kind === "leads-to"
    ? responseMonitor(contract, holds)
    : invariantMonitor(contract.kind, holds(contract.pattern));
}

function invariantMonitor<S>(kind: "never" | "always", holds: (situation: S) => boolean): Monitor<S> {
  const wanted = kind === "always";
  let moment = 0;
  let broken = -1;
  const look = (situation: S): void => {
    if (broken < 0 && holds(situation) !== wanted) broken = moment;
    moment += 1;
  };
  return {
    begin: (situation) => {
      moment = 0;
      broken = -1;
      look(situation);
    },
    see: look,
    end: () => undefined,
    seen: () =>
      broken < 0
        ? { standing: "held", occasions: moment }
        : { standing: "violated", moment: broken, occasions: moment },
    keep: () => {
      const kept = [moment, broken] as const;
      return () => {
        [moment, broken] = kept;
      };
    },
  };
}

function responseMonitor<S>(
  { from, to, within }: Response,
  holds: (pattern: Pattern) => (situation: S) => boolean,
): Monitor<S> {
  const [asks, answers] = [holds(from), holds(to)];
  let moment = 0;
  let occasions = 0;
  let wasAsking = false;
  let violated = false;
  // Of all moments that wait only the first matters: an answer is one to all of them.
  let waiting = -1;
  let due = Number.NaN;
  const pass = (minute: number): void => {
    if (waiting >= 0 && minute > due) violated = true;
  };
  const look = (situation: S, minute: number): void => {
    pass(minute);
    const asking = asks(situation);
    if (asking && !wasAsking) {
      occasions += 1;
      if (waiting < 0) [waiting, due] = [moment, minute + within];
    }
    wasAsking = asking;
    if (!violated && answers(situation)) waiting = -1;
    moment += 1;
  };
  return {
    begin: (situation, minute) => {
      [moment, occasions, wasAsking, violated, waiting] = [0, 0, false, false, -1];
      look(situation, minute);
    },
    see: look,
    end: pass,
    seen: () =>
      waiting < 0
        ? { standing: "held", occasions }
        : { standing: violated ? "violated" : "undecided", moment: waiting, due, occasions },
    keep: () => {
      const kept = [moment, occasions, wasAsking, violated, waiting, due] as const;
      return () => {
        [moment, occasions, wasAsking, violated, waiting, due] = kept;
      };
    },
  };
}

/** How a contract stands in a history. */
export interface ContractVerdict {
  readonly contract: Contract;
  readonly standing: ContractStanding;
  /**
   * The step that broke it; for `leads-to` the one with which the first pattern began to hold and was not answered, or
   * waits for it. Absent where it held, and where the opening is meant.
   */
  readonly step?: Step;
  /** For `leads-to`, unless it held: the last minute at which the answer was, or is, in time. */
  readonly due?: number;
  /** How often it was put to the test, see {@link MonitorState}. */
  readonly occasions: number;
}

/**
 * Judges a history by a contract. The opening counts as its first moment, and the time of `leads-to` runs on to the
 * minute up to which the history is told: a time that is not over by then leaves it undecided.
 *
 * @example
 * ```ts
 * import { event, fold, judgeContract } from "demarche";
 * const dyad = { a: "IRN", b: "PAK" };
 * const strike = event({ id: "strike", act: "strike", at: "2024-01-16", from: ["IRN"], to: ["PAK"] });
 * const calm = { kind: "never", name: "no-force", pattern: { posture: "force" } } as const;
 * judgeContract(calm, fold([strike], { dyad })).step?.event.id; // => "strike"
 * const answer = { kind: "leads-to", name: "answered", from: { ledger: "by-a" }, to: { ledger: "both" }, within: 1440 } as const;
 * judgeContract(answer, fold([strike], { dyad })).standing; // => "undecided"
 * ```
 */
export function judgeContract(contract: Contract, history: History): ContractVerdict {
  const { opening, from, now, steps } = history;
  const monitor = monitorOf<History["opening"]>(contract, (pattern) => (situation) => matches(situation, pattern));
  monitor.begin(opening, Number.isFinite(from) ? from : now);
  for (const { after, minute } of steps) monitor.see(after, minute);
  monitor.end(now);
  const { standing, moment = 0, due, occasions } = monitor.seen();
  return { contract, standing, ...dropUndefined({ step: steps[moment - 1], due }), occasions };
}
