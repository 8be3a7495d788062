/** What a scenario says of how things might go on: doctrines, assumptions, outcomes. Data; nothing here is executed. */
import type { ActClass, ActId } from "../events/index.ts";
import type { Pattern, Region } from "../machine/index.ts";
import type { strategies } from "./schema/doctrine.ts";

/** How long after its occasion an actor acts, in minutes. */
export type Delay =
  | { readonly kind: "between"; readonly least: number; readonly most: number }
  | { readonly kind: "triangular"; readonly least: number; readonly mode: number; readonly most: number }
  | { readonly kind: "log-normal"; readonly median: number; readonly p90: number }
  | { readonly kind: "gamma"; readonly mean: number; readonly shape: number }
  | { readonly kind: "exponential"; readonly mean: number };

/** One rule of a doctrine. It has either `answer` or `every`. */
export interface Rule {
  /** Acts and classes that are answered; empty for a rule that comes round by itself. */
  readonly answer: readonly (ActId | ActClass)[];
  /** Minutes between two considerations. */
  readonly every?: number;
  readonly with: ActId;
  /** From 0 to 1, or the name of an assumption. */
  readonly chance: number | string;
  readonly after: Delay;
  /** Matches every situation when empty. */
  readonly if: Pattern;
  readonly atMost?: number;
}

/** The name of a strategy that a doctrine may use. */
export type Strategy = (typeof strategies)[number];

/** How an actor reacts. */
export type Doctrine =
  | {
      readonly kind: "strategy";
      readonly use: Strategy;
      readonly parameters: Readonly<Record<string, number | string>>;
    }
  | { readonly kind: "rules"; readonly rules: readonly Rule[] };

/** A number that results rest on. */
export interface Assumption {
  readonly value: number;
  /** Lowest and highest that is thought possible; contains the value. */
  readonly range?: readonly [number, number] | undefined;
  readonly basis?: string | undefined;
}

/** What is observed of a future, from the event `since` on or from the start. */
export type Outcome = { readonly since?: string } & (
  | { readonly kind: "first" | "reached" | "longest"; readonly pattern: Pattern }
  | { readonly kind: "count"; readonly what: ActId | ActClass; readonly by?: string }
  | { readonly kind: "final"; readonly region: Region }
  | { readonly kind: "peak"; readonly of: "hostility" }
);
