/**
 * Solving x = P x + c for a sparse P whose rows sum to at most 1, with a checked bound on the error.
 *
 * Gauss-Seidel in the order of the chain: where states are never seen again one sweep is the answer, and it converges for
 * every such P from which there is a way out (Varga, Matrix Iterative Analysis, ch. 3). The bound: when Y ≥ P Y + 1, no
 * row of the inverse of 1 - P sums to more than the greatest Y, so the error is at most that times the residual.
 */
import { nth, numberAt } from "../../problem/index.ts";

/** A row of P, without its diagonal, which is 0. */
export interface SparseRow {
  readonly to: readonly number[];
  readonly share: readonly number[];
}

/** A solution. */
export interface Solved {
  readonly value: Float64Array;
  /** No value is further from the true one than this. */
  readonly error: number;
}

/** The maximum error, as a share of the greatest value. */
const RELATIVE_ERROR = 1e-10;
const MAX_SWEEPS = 20_000;

/**
 * Solves for several constants at once.
 *
 * @returns undefined when it did not converge
 * @example
 * ```ts
 * import { solveSparse } from "demarche";
 * // A coin is thrown until it falls on heads: two throws on average, half of them one after another.
 * const [throws] = solveSparse([{ to: [1], share: [0.5] }, { to: [0], share: [0.5] }], [[1, 1]]) ?? [];
 * throws?.value[0]?.toFixed(6); // => "2.000000"
 * ```
 */
export function solveSparse(
  rows: readonly SparseRow[],
  constants: readonly (readonly number[] | Float64Array)[],
): readonly Solved[] | undefined {
  const ones = new Float64Array(rows.length).fill(1);
  const steps = iterate(rows, ones, (residual) => residual <= 0.5);
  if (steps === undefined) return undefined;
  // x ≥ P x + 1/2 makes twice x a Y as above.
  const most = 2 * greatest(steps.value);
  const solved: Solved[] = [];
  for (const constant of constants) {
    const solution = iterate(rows, constant, (residual, value) => residual * most <= RELATIVE_ERROR * greatest(value));
    if (solution === undefined) return undefined;
    solved.push({ value: solution.value, error: solution.residual * most });
  }
  return solved;
}

function iterate(
  rows: readonly SparseRow[],
  constant: readonly number[] | Float64Array,
  enough: (residual: number, value: Float64Array) => boolean,
): { readonly value: Float64Array; readonly residual: number } | undefined {
  const value = new Float64Array(rows.length);
  const constants = Float64Array.from(constant);
  const flat = rows.map(({ to, share }) => ({ to: Int32Array.from(to), share: Float64Array.from(share) }));
  const image = (k: number): number => {
    const { to, share } = nth(flat, k);
    let sum = numberAt(constants, k);
    for (let edge = 0; edge < to.length; edge++) sum += numberAt(share, edge) * numberAt(value, numberAt(to, edge));
    return sum;
  };
  for (let sweep = 1; sweep <= MAX_SWEEPS; sweep++) {
    for (let k = 0; k < rows.length; k++) value[k] = image(k);
    if (sweep > 4 && sweep % 8 !== 0) continue;
    const residual = value.reduce((most, one, k) => Math.max(most, Math.abs(image(k) - one)), 0);
    if (enough(residual, value)) return { value, residual };
  }
  return undefined;
}

function greatest(values: Float64Array): number {
  return values.reduce((most, one) => Math.max(most, one), 0);
}
