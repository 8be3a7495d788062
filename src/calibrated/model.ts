/** A fitted model as JSON, and what it says of a course: what comes next, when, and by which action. */
import { type Design, encoderOf, type Predictor } from "./columns.ts";
import { courseColumns, type PairCourse } from "./course.ts";
import { SPAN_COUNT } from "./gaps.ts";
import { END, labels } from "./labels.ts";
import { addScores, softmaxInto } from "./softmax.ts";

/**
 * Trees of one label after another, one row of numbers each: for every question its column, the value above which the
 * answer is yes, and where no and yes lead: to a later question by its place, or to a leaf, counted from -1 down.
 */
export interface Tree {
  readonly label: number;
  readonly columns: readonly number[];
  readonly above: readonly number[];
  readonly no: readonly number[];
  readonly yes: readonly number[];
  readonly leaves: readonly number[];
}

/** Adds the scores of a row to `scores`, one a label. */
export function addTrees(trees: readonly Tree[], row: ArrayLike<number>, scores: Float64Array): void {
  for (const { label, columns, above, no, yes, leaves } of trees) {
    let at = columns.length === 0 ? -1 : 0;
    while (at >= 0) {
      at = ((row[columns[at] as number] as number) > (above[at] as number) ? yes[at] : no[at]) as number;
    }
    scores[label] = (scores[label] as number) + (leaves[-1 - at] as number);
  }
}

/** Trees as they are written: their label, columns, values, where no and yes lead, leaves. */
export type WrittenTree = readonly [
  label: number,
  columns: readonly number[],
  above: readonly number[],
  no: readonly number[],
  yes: readonly number[],
  leaves: readonly number[],
];

/** A linear model and trees, whose scores are averaged. */
export interface Mixture {
  /** For each term of the design one number a label. */
  readonly effects: readonly number[];
  readonly trees: readonly WrittenTree[];
}

/** What was fitted to the events of pairs of states. */
export interface NextModel extends Mixture {
  /**
   * A linear model alone, in which every event weighs the same: what is drawn from has to come out right in sum, where what
   * predicts best lets no long war outweigh the rest.
   */
  readonly drawn: readonly number[];
  /** The effects on how many days pass, given the label. */
  readonly gaps: readonly number[];
  /** For each label the acts of the catalogue by which it came, and how often. */
  readonly acts: readonly (readonly (readonly [act: string, count: number])[])[];
}

/** What the linear model of the next event sees. */
export const nextDesign: Design = {
  columns: courseColumns,
  together: [
    ["level", "came"],
    ["came", "came-before"],
    ["action", "other-last"],
  ],
};

const labelColumn: Predictor = { name: "next", codes: labels.length };

/** What the model of days sees: the course, and the label of what comes. */
export const gapDesign: Design = {
  columns: [...courseColumns, labelColumn],
  together: [
    ["next", "level"],
    ["next", "came"],
  ],
};

/** Chances of labels for a row. The array is the same each time. */
export type Chances = (row: ArrayLike<number>) => Float64Array;

/** The chances of a linear model alone. */
function linearChances(effects: ArrayLike<number>, design: Design, count: number): Chances {
  const encoder = encoderOf(design);
  const scores = new Float64Array(count);
  return (row) => {
    scores.fill(0);
    addScores(effects, encoder, row, scores);
    softmaxInto(scores);
    return scores;
  };
}

/** A linear model and trees together: the mean of their scores, made into chances. Without trees, the linear model alone. */
export function mixedChances({ effects, trees }: Mixture, design: Design, count: number): Chances {
  const encoder = encoderOf(design);
  const builtTrees = trees.map(treeOf);
  const scores = new Float64Array(count);
  return (row) => {
    scores.fill(0);
    addScores(effects, encoder, row, scores);
    addTrees(builtTrees, row, scores);
    for (let c = 0; c < count; c++) scores[c] = (scores[c] as number) / (trees.length === 0 ? 1 : 2);
    softmaxInto(scores);
    return scores;
  };
}

/** How many events the model's chances count as, against the habit of a confrontation; chosen as penalties are. */
const PRIOR_WEIGHT = 30;

/**
 * The chances of what comes next after a course: those of the mixture, and, where something comes, drawn towards what followed
 * such events before in the same confrontation. That is Bayes' rule where the mixture is a Dirichlet prior.
 *
 * @param trust how many events the mixture counts as
 */
export function nextChances(
  model: Mixture,
  trust: number = PRIOR_WEIGHT,
): (course: Pick<PairCourse, "row" | "habit">) => Float64Array {
  const mixed = mixedChances(model, nextDesign, labels.length);
  return ({ row, habit }) => {
    const chances = mixed(row);
    const goesOn = 1 - (chances[END] as number);
    let habitCount = 0;
    for (let k = 0; k < habit.length; k++) habitCount += habit[k] as number;
    for (let k = 0; k < habit.length; k++) {
      const prior = (chances[k + 1] as number) / goesOn;
      chances[k + 1] = (goesOn * (trust * prior + (habit[k] as number))) / (trust + habitCount);
    }
    return chances;
  };
}

/** The chances by which the next event is drawn. */
export function drawnChances({ drawn }: Pick<NextModel, "drawn">): ReturnType<typeof nextChances> {
  return nextChances({ effects: drawn, trees: [] });
}

/** The chances of each span of days after a course, given the label of what comes. */
export function gapChances(effects: ArrayLike<number>): (row: ArrayLike<number>, label: number) => Float64Array {
  const chances = linearChances(effects, gapDesign, SPAN_COUNT);
  const whole = new Float64Array(courseColumns.length + 1);
  return (row, label) => {
    whole.set(row);
    whole[courseColumns.length] = label;
    return chances(whole);
  };
}

function treeOf([label, columns, above, no, yes, leaves]: WrittenTree): Tree {
  return { label, columns, above, no, yes, leaves };
}
