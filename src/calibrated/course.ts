/** The course of a pair of states in a confrontation so far, event by event, as the columns of a model. */
import type { Predictor } from "./columns.ts";
import { type Happening, labelBetween, labels } from "./labels.ts";

/** Actions of the codebook in order of hostility; the last place is for what is none of them. */
const ACTIONS = [1, 2, 3, 4, 5, 8, 7, 12, 11, 10, 9, 13, 15, 14, 16, 19, 17, 22];

/** How much of what was counted is left after each event. */
const DECAYS = [0.5, 0.8, 0.95, 1];

/** Number of codes for how an event came about: every label but the end, and none. */
const ARRIVALS = labels.length;

const KINDS = ARRIVALS - 1;

const DAYS = [0.5, 1.5, 2.5, 3.5, 5, 6.5];
const COUNTS = [0.8, 1.5, 2.2, 3.2, 4.5];

/** The columns of a course, in order. Counts and days as the logarithm of one more. */
export const courseColumns: readonly Predictor[] = [
  { name: "action", codes: ACTIONS.length + 1 },
  { name: "level", codes: 5 },
  { name: "came", codes: ARRIVALS },
  { name: "came-before", codes: ARRIVALS },
  { name: "came-2-before", codes: ARRIVALS },
  { name: "came-3-before", codes: ARRIVALS },
  { name: "who-began", codes: 3 },
  { name: "other-last", codes: 4 },
  { name: "own-last", codes: 4 },
  { name: "highest", codes: 4 },
  { name: "gap-known", codes: 2 },
  { name: "steps", bends: COUNTS },
  { name: "gap", bends: DAYS },
  { name: "gap-before", bends: DAYS },
  { name: "gap-2-before", bends: [] },
  { name: "age", bends: DAYS },
  { name: "pace", bends: [1.5, 3] },
  { name: "run", bends: [0.8, 1.5] },
  { name: "own", bends: [0.8, 1.5, 2.5] },
  { name: "other", bends: [0.8, 1.5, 2.5] },
  { name: "both", bends: [0.8, 1.5, 2.5] },
  { name: "since-other", bends: [0.8, 1.5] },
  { name: "since-both", bends: [0.8, 1.5] },
  { name: "today", bends: [0.8] },
  { name: "days", bends: [0.8, 1.5, 2.5] },
  { name: "undated", bends: [] },
  { name: "decade", bends: [2, 4] },
  { name: "seen-alike", bends: [0.8, 1.5] },
  ...Array.from({ length: KINDS }, (_, k): Predictor => ({ name: `alike-${k + 1}`, bends: [0.2, 0.5] })),
  ...DECAYS.flatMap((decay) =>
    Array.from({ length: KINDS }, (_, k): Predictor => ({ name: `share-${decay}-${k + 1}`, bends: [0.15, 0.5] })),
  ),
];

/** The course of a pair. The same object takes event after event. */
export interface PairCourse {
  readonly add: (event: Happening) => void;
  /** The columns as they stand: the same array each time. */
  readonly row: Float64Array;
  /**
   * What followed events like the last one, in this pair and in its confrontation: how often each label but the end, what
   * is long past counting less. The same array each time.
   */
  readonly habit: Float64Array;
  readonly last: Happening | undefined;
  readonly clear: () => void;
}

/** Number of kinds of events, by actor and level; share of the counts of what followed that is left after each event. */
const [EVENT_KINDS, FADING] = [8, 0.9];

function kindOf(event: Happening): number {
  return event.by === 2 ? 3 + levelPlace(event) : event.by * 3 + levelPlace(event);
}

/** Counts a label, after what was counted has faded a little. */
function learn(counts: Float64Array, label: number, left: number): void {
  for (let k = 0; k < KINDS; k++) counts[k] = (counts[k] as number) * left;
  counts[label - 1] = (counts[label - 1] as number) + 1;
}

function sumOf(values: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < values.length; k++) sum += values[k] as number;
  return sum;
}

/** The decades after the first: what came later than was fitted counts as the last. */
const [FIRST, LAST] = [1946, 2010];

/** What goes on around a pair: a confrontation may have many pairs, whose courses are alike. */
export interface Around {
  /** For each kind of event by level, how often each label followed in whichever pair. */
  readonly followed: readonly Float64Array[];
}

/** Number of levels, joint ones included; share of a confrontation's counts of what followed that is left after each event. */
const [LEVELS, LASTING] = [5, 0.95];

/** A confrontation in which nothing has happened yet. */
export function aroundOf(): Around {
  return { followed: Array.from({ length: LEVELS }, () => new Float64Array(KINDS)) };
}

function levelPlace({ by, level }: Happening): number {
  return by === 2 ? (level === 5 ? 4 : 3) : Math.min(4, Math.max(2, level)) - 2;
}

/**
 * A course on which nothing has happened yet.
 *
 * @param around what its confrontation has in common with other courses; its own by default
 */
export function pairCourseOf(around: Around = aroundOf()): PairCourse {
  const row = new Float64Array(courseColumns.length);
  const shares = DECAYS.map(() => new Float64Array(KINDS));
  // For each kind of event, by whom and on which level, how often each label followed.
  const followed = Array.from({ length: EVENT_KINDS }, () => new Float64Array(KINDS));
  const turns = new Float64Array(3);
  const lasts = new Int32Array(2);
  const habit = new Float64Array(KINDS);
  const course = { add, row, habit, last: undefined as Happening | undefined, clear };
  let came = [0, 0, 0, 0];
  let gaps = [0, 0, 0];
  let [steps, run, sinceOther, sinceBoth, today, days, undated, highest, pace, paced, began] = [...new Array(11)].fill(
    0,
  );
  let [first, latest]: [number | undefined, number | undefined] = [undefined, undefined];

  function clear(): void {
    for (const share of [...shares, ...followed, ...around.followed]) share.fill(0);
    turns.fill(0);
    lasts.fill(0);
    course.last = undefined;
    came = [0, 0, 0, 0];
    gaps = [0, 0, 0];
    steps = run = sinceOther = sinceBoth = today = days = undated = highest = pace = paced = began = 0;
    first = latest = undefined;
  }

  function add(event: Happening): void {
    const { last } = course;
    const label = last === undefined ? 0 : labelBetween(last, event);
    if (last === undefined) began = event.by;
    else {
      learn(around.followed[levelPlace(last)] as Float64Array, label, LASTING);
      learn(followed[kindOf(last)] as Float64Array, label, FADING);
      run = label === came[0] ? run + 1 : 0;
      for (const [d, share] of shares.entries()) learn(share, label, DECAYS[d] as number);
      came = [label, came[0] as number, came[1] as number, came[2] as number];
    }
    steps += 1;
    turns[event.by] = (turns[event.by] as number) + 1;
    sinceOther = last !== undefined && last.by !== event.by ? 0 : sinceOther + 1;
    sinceBoth = event.by === 2 ? 0 : sinceBoth + 1;
    highest = Math.max(highest, event.level);
    const isGapKnown = event.day !== undefined && latest !== undefined;
    if (event.day === undefined) undated += 1;
    else {
      if (latest === undefined) days = today = 1;
      else {
        const gap = Math.max(0, event.day - latest);
        gaps = [gap, gaps[0] as number, gaps[1] as number];
        pace = pace * 0.7 + Math.log1p(gap);
        paced = paced * 0.7 + 1;
        if (gap === 0) today += 1;
        else [today, days] = [1, days + 1];
      }
      first ??= event.day;
      latest = event.day;
      undated = 0;
    }
    course.last = event;
    write(event, isGapKnown);
    if (event.by !== 2) lasts[event.by] = Math.min(4, event.level) - 1;
  }

  function write(event: Happening, isGapKnown: boolean): void {
    const action = ACTIONS.indexOf(event.action);
    const { by } = event;
    let k = 0;
    const put = (value: number): void => {
      row[k++] = value;
    };
    const putShares = (counts: Float64Array): void => {
      const sum = sumOf(counts) + 0.5;
      for (let j = 0; j < KINDS; j++) put((counts[j] as number) / sum);
    };
    put(action < 0 ? ACTIONS.length : action);
    put(levelPlace(event));
    for (const label of came) put(label);
    put(by === 2 ? 0 : by === began ? 1 : 2);
    put(by === 2 ? Math.max(lasts[0] as number, lasts[1] as number) : (lasts[1 - by] as number));
    put(by === 2 ? Math.min(lasts[0] as number, lasts[1] as number) : (lasts[by] as number));
    put(Math.min(5, Math.max(2, highest)) - 2);
    put(isGapKnown ? 1 : 0);
    put(Math.log(steps));
    for (const gap of gaps) put(Math.log1p(gap));
    put(event.day === undefined || first === undefined ? 0 : Math.log1p(event.day - first));
    put(paced === 0 ? 0 : pace / paced);
    put(Math.log1p(run));
    const [eventsOfFirst, eventsOfSecond] = [turns[0] as number, turns[1] as number];
    put(Math.log1p(by === 0 ? eventsOfFirst : by === 1 ? eventsOfSecond : Math.max(eventsOfFirst, eventsOfSecond)));
    put(Math.log1p(by === 0 ? eventsOfSecond : by === 1 ? eventsOfFirst : Math.min(eventsOfFirst, eventsOfSecond)));
    put(Math.log1p(turns[2] as number));
    put(Math.log1p(sinceOther));
    put(Math.log1p(sinceBoth));
    put(Math.log1p(today));
    put(Math.log1p(days));
    put(Math.log1p(undated));
    put((Math.min(LAST, Math.max(FIRST, event.year)) - FIRST) / 10);
    const after = followed[kindOf(event)] as Float64Array;
    const nearby = around.followed[levelPlace(event)] as Float64Array;
    for (let k = 0; k < KINDS; k++) habit[k] = (nearby[k] as number) + (after[k] as number);
    put(Math.log1p(sumOf(after)));
    putShares(after);
    for (const share of shares) putShares(share);
  }

  return course;
}
