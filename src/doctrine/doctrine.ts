/** Doctrines: how actors react, as plain data. Rules of one's own, or a named strategy with its parameters. */
import type { ActClass, ActId } from "../events/index.ts";
import type { Dyad, Pattern } from "../machine/index.ts";
import type { Delay } from "./delay.ts";

/** One rule of a doctrine. It has either `answer` or `every`. `P` is how its pattern names the parties. */
export interface Rule<P = Pattern> {
  /** Acts and classes of others that are answered; empty for a rule that comes round by itself. */
  readonly answer: readonly (ActId | ActClass)[];
  /** Minutes between two considerations. */
  readonly every?: number;
  readonly with: ActId;
  /** From 0 to 1, or the name of an assumption. */
  readonly chance: number | string;
  readonly after: Delay;
  /** The situation in which the occasion counts; matches every situation when empty. */
  readonly if: P;
  /** The situation of another relation in which it counts, where the crisis has several. */
  readonly elsewhere?: { readonly dyad: Dyad; readonly pattern: P };
  readonly atMost?: number;
  /** Where the numbers that stand in the rule come from. */
  readonly basis?: string;
}

/** How an actor reacts. */
export type Doctrine<P = Pattern> =
  | { readonly kind: "rules"; readonly rules: readonly Rule<P>[] }
  | {
      readonly kind: "strategy";
      readonly use: string;
      /** Rules of its own beside the strategy. */
      readonly beside?: readonly Rule<P>[];
      /** By name; a text names an assumption. */
      readonly parameters: Readonly<Record<string, number | string>>;
      /** Where the numbers among the parameters come from. */
      readonly basis?: string;
    };

/** The rules of a doctrine: all that it is, or those beside its strategy. */
export function rulesOf<R>(
  doctrine:
    | { readonly kind: "rules"; readonly rules: readonly R[] }
    | { readonly kind: "strategy"; readonly beside?: readonly R[] }
    | undefined,
): readonly R[] {
  return doctrine?.kind === "rules" ? doctrine.rules : (doctrine?.beside ?? []);
}

/** A number that results rest on. */
export interface Assumption {
  readonly value: number;
  /** Lowest and highest that is thought possible; contains the value. */
  readonly range?: readonly [number, number] | undefined;
  readonly basis?: string | undefined;
}
