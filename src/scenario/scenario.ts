/** A scenario: a file that was read and found right, as plain data. */

import type { Assumption, Delay, Doctrine } from "../doctrine/index.ts";
import type { StandingMeasure } from "../dossier/index.ts";
import type { ActId, DiplomaticEvent } from "../events/index.ts";
import type { Edit, Policy } from "../history/index.ts";
import type { Dyad, Situation } from "../machine/index.ts";
import type { Contract, Expectation, OutcomeExpectation } from "./claims.ts";
import type { Outcome } from "./outcome.ts";
import type { ScenarioFile } from "./schema/file.ts";

/** What a file tells of an actor. */
export interface Actor {
  readonly name: string;
  readonly kind: "party" | "state" | "organisation" | "non-state";
}

/** A source as the file describes it. */
export type Source = ScenarioFile["sources"][string];

/** Background before the window; it is shown, not folded. */
export interface Context {
  readonly id: string;
  readonly at: string;
  readonly what: string;
  readonly cite: readonly string[];
}

/** A question to a learner at a moment of the record. */
export interface Lesson {
  /** The event after which the replay pauses. */
  readonly pause: string;
  readonly ask: string;
  readonly options: readonly string[];
  /** One of the options. */
  readonly answer: string;
  readonly because?: string | undefined;
}

/** What members of an alliance do in futures to whoever has used force against another member. */
export interface Alliance {
  readonly members: readonly string[];
  readonly with: ActId;
  readonly chance: number;
  readonly after: Delay;
  readonly basis?: string;
}

/** A named edit of the record. */
export interface WhatIf {
  readonly because?: string;
  readonly edits: readonly Edit[];
  readonly then: Policy;
  readonly expect: readonly Expectation[];
  /** What its futures are expected to come to; only with `then: model`. */
  readonly expectOutcomes: readonly OutcomeExpectation[];
  /** Its own, beside those of the file. */
  readonly contracts: readonly Contract[];
  /** Names of contracts of the file that it breaks, and is meant to. */
  readonly breaks: readonly string[];
}

/** A scenario. */
export interface Scenario {
  readonly name: string;
  readonly title: string;
  readonly purpose: ScenarioFile["purpose"];
  /** Of all its dates and times; see `isZone`. */
  readonly zone: string;
  /** First and last minute of the window, by the clocks of the zone, as all minutes of a scenario. */
  readonly window: { readonly from: number; readonly to: number };
  /** Minutes without a hostile act after which a crisis fades. */
  readonly quiet: number;
  /** The relation that is looked at: the main one of the file, or another that was asked for. */
  readonly dyad: Dyad;
  /** All relations that the file follows, the main one first; one in a file of two parties. */
  readonly relations: readonly Dyad[];
  /** The same file for each of the other relations; these have none beside them. */
  readonly beside: readonly Scenario[];
  readonly alliances: readonly Alliance[];
  /** Whether in futures only who has relations with both parties mediates between them. */
  readonly mediatorsNeedRelations: boolean;
  /** Every actor by code, the parties of the relation first. */
  readonly actors: Readonly<Record<string, Actor>>;
  readonly sources: Readonly<Record<string, Source>>;
  readonly opening: Situation;
  /** What stands already at the opening. */
  readonly standing: readonly StandingMeasure[];
  readonly context: readonly Context[];
  /** The record, in order. */
  readonly events: readonly DiplomaticEvent[];
  readonly expect: readonly Expectation[];
  /** Of the record, and of every what-if that does not say that it breaks them. */
  readonly contracts: readonly Contract[];
  readonly whatIfs: Readonly<Record<string, WhatIf>>;
  /** How actors react, by code. */
  readonly doctrines: Readonly<Record<string, Doctrine>>;
  readonly assumptions: Readonly<Record<string, Assumption>>;
  readonly outcomes: Readonly<Record<string, Outcome>>;
  readonly lessons: readonly Lesson[];
}
