/** The least edit: how little of the record had to be different for a pattern to hold at some moment, or at none. */
import { type Branch, branch, type Edit, editedId, historyOf } from "../history/index.ts";
import { matches, type Pattern } from "../machine/index.ts";
import { unlessRefused, wholeArgument } from "../problem/index.ts";
import { candidates } from "./candidates.ts";
import type { Constraints } from "./constraints.ts";

/** What is asked about a record. */
export interface LeastEdit {
  readonly record: Branch;
  readonly goal: Pattern;
  /** Look for edits after which the pattern holds at no moment; by default at one at least. */
  readonly never?: boolean;
  /** What becomes of later events. With `keep` they stand; with `prune` those go that lose a cause. */
  readonly then: "keep" | "prune";
  /** Maximum number of edits together; 2 by default. */
  readonly maxSize?: number;
  /** Maximum number of answers, all of the least size and each of another kind or about another event; 1 by default. */
  readonly k?: number;
  /** Maximum number of events folded; {@link FOLDED} by default, some seconds. */
  readonly budget?: number;
  /** Which acts may be brought in. */
  readonly allowed?: Constraints;
  /** Called after each set of edits with the number of events folded so far. */
  readonly watch?: (folded: number) => void;
}

/** Maximum number of events folded by default. */
export const FOLDED = 500_000;

/** One answer: edits, and the branch that they make. */
export interface Answer {
  readonly edits: readonly Edit[];
  readonly branch: Branch;
}

/** What a search for the least edit came to. */
export interface LeastEdits {
  /** Found; or nothing of all that was to be tried does it; or the budget ended first. */
  readonly kind: "found" | "none" | "budget";
  /** Answers of the least size; that of no edit at all where the record is so already. */
  readonly answers: readonly Answer[];
  /** Every set of at most this many edits was tried; of larger ones perhaps some. */
  readonly whole: number;
  readonly tried: number;
  readonly folded: number;
}

/**
 * The smallest set of edits after which a pattern holds at some moment of the record, or with `never` at none. Sets are
 * tried by size: drops, moves, other acts of the same actor, valid acts that nobody did. So an answer is least among
 * all that was tried; of what is brought in only acts are tried that were valid where the record itself stood.
 *
 * @throws RangeError when a number is no whole number above 0
 * @example
 * ```ts
 * import { editText, event, leastEdit, mainLine } from "demarche";
 * const strike = event({ id: "strike", act: "strike", at: "2024-01-16", from: ["IRN"], to: ["PAK"] });
 * const record = mainLine([strike], { dyad: { a: "IRN", b: "PAK" } });
 * const { answers } = leastEdit({ record, goal: { course: "strike" }, never: true, then: "keep" });
 * answers[0]?.edits.map(editText); // => ["drop strike"]
 * ```
 */
export function leastEdit(question: LeastEdit): LeastEdits {
  const { record, goal, never = false, then, maxSize = 2, k = 1, budget = FOLDED, allowed, watch } = question;
  for (const [name, value] of Object.entries({ maxSize, k, budget })) {
    wholeArgument(name, value, 1);
  }
  const isAnswer = (some: Branch): boolean => holdsSomewhere(some, goal) !== never;
  if (isAnswer(record))
    return { kind: "found", answers: [{ edits: [], branch: record }], whole: 0, tried: 0, folded: 0 };
  const answers: Answer[] = [];
  const answeredKinds = new Set<string>();
  let tried = 0;
  let folded = 0;
  for (let size = 1; size <= maxSize; size++) {
    for (const edits of sets(record, allowed, size)) {
      if (folded >= budget)
        return { kind: answers.length > 0 ? "found" : "budget", answers, whole: size - 1, tried, folded };
      const edited = unlessRefused("bad-edit", () => branch(record, edits, then));
      tried += 1;
      folded += Math.max(1, edited?.tail.length ?? 1);
      watch?.(folded);
      const kind = edits.map(kindOf).join(" ");
      if (edited === undefined || answeredKinds.has(kind) || !isAnswer(edited)) continue;
      answeredKinds.add(kind);
      answers.push({ edits, branch: edited });
      if (answers.length === k) return { kind: "found", answers, whole: size - 1, tried, folded };
    }
    if (answers.length > 0) return { kind: "found", answers, whole: size, tried, folded };
  }
  return { kind: "none", answers, whole: maxSize, tried, folded };
}

/** What an edit is, apart from its date: two that agree in this are one answer. */
function kindOf(edit: Edit): string {
  if (edit.kind === "add") return `add ${edit.event.act} ${edit.event.from.join("+")}`;
  return `${edit.kind} ${edit.id}${edit.kind === "replace" ? ` ${edit.event.act}` : ""}`;
}

/** Whether a pattern holds at some moment of a branch, its opening included. */
function holdsSomewhere(some: Branch, goal: Pattern): boolean {
  const { opening, steps } = historyOf(some);
  return matches(opening, goal) || steps.some(({ after }) => matches(after, goal));
}

/** Every set of `size` candidates that concern different events. */
function* sets(record: Branch, allowed: Constraints | undefined, size: number): Generator<readonly Edit[]> {
  if (size === 1) {
    for (const edit of candidates(record, allowed)) yield [edit];
    return;
  }
  const all = [...candidates(record, allowed)];
  yield* combinations(all, size, 0, []);
}

function* combinations(
  all: readonly Edit[],
  size: number,
  from: number,
  before: readonly Edit[],
): Generator<readonly Edit[]> {
  if (before.length === size) {
    yield before;
    return;
  }
  for (let k = from; k < all.length; k++) {
    const edit = all[k];
    if (edit === undefined || before.some((other) => editedId(other) === editedId(edit))) continue;
    yield* combinations(all, size, k + 1, [...before, edit]);
  }
}
