/** A moment as data, with a difference, a reason or an obstacle where one was asked for. */

import * as z from "zod/mini";
import { type Cause, type ClockEntry, difference, type History, pendingOf, stepsUntil } from "../../history/index.ts";
import { stateWord } from "../../scenario/index.ts";
import { described } from "../../schema/index.ts";
import { situationData } from "../../views/index.ts";
import type { Crisis } from "../crisis.ts";
import type { Judged, Why } from "../why.ts";
import {
  type Basis,
  basis,
  basisData,
  change,
  changeData,
  type Data,
  dateData,
  reason,
  situation,
  verdict,
} from "./common.ts";
import { dossier, dossierData } from "./dossier.ts";

/** What waits on the clock. */
export const waiting = z.strictObject({
  due: z.string(),
  kind: z.enum(["kept", "suspended", "resumed", "ended", "lapsed", "passed", "faded"]),
  commitment: z.optional(z.string()),
  event: described(z.optional(z.string()), "The event whose measure ends, or whose deadline passes"),
});

const cause = z.strictObject({ event: z.string(), at: z.string(), act: z.string(), because: z.array(z.string()) });
const between = z.strictObject({
  from: z.string(),
  to: z.string(),
  changes: z.array(change),
  events: z.array(z.string()),
});
const reasons = z.strictObject({ key: z.string(), state: z.optional(z.string()), causes: z.array(cause) });
const obstacle = z.strictObject({ act: z.string(), by: z.string(), verdict, reasons: z.array(reason) });

export const showDocument = z.strictObject({
  ...basis.shape,
  at: z.string(),
  situation,
  dossier,
  last: described(z.nullable(z.string()), "The last event that had happened"),
  waiting: z.array(waiting),
  difference: z.optional(between),
  why: z.optional(reasons),
  whyNot: z.optional(obstacle),
});

/** Further questions about a moment, answered. */
export type MomentQuestions = Pick<Data<typeof showDocument>, "difference" | "why" | "whyNot">;

/** The moment at which a history ends, and what was asked about it. */
export function showData(moment: Crisis & Basis, questions: MomentQuestions): Data<typeof showDocument> {
  const { history, until } = moment;
  const { dossier, situation, dyad } = history;
  return {
    ...basisData(moment),
    at: dateData(until),
    situation: situationData(situation, dyad),
    dossier: dossierData(dossier, dyad),
    last: history.steps.at(-1)?.event.id ?? null,
    waiting: pendingOf(history).map(waitingData),
    ...questions,
  };
}

export function waitingData(entry: ClockEntry): Data<typeof waiting> {
  const { due, kind } = entry;
  const commitment = "commitment" in entry ? entry.commitment.id : undefined;
  const event = "measure" in entry ? entry.measure.event : "deadline" in entry ? entry.deadline.event : undefined;
  return { due: dateData(due), kind, commitment, event };
}

/** What differs between two moments. */
export function differenceData(history: History, from: number, to: number): Data<typeof between> {
  const { situation, steps } = difference(history, stepsUntil(history, from), stepsUntil(history, to));
  return {
    from: dateData(from),
    to: dateData(to),
    changes: situation.map((one) => changeData(one, history.dyad)),
    events: steps.map(({ event }) => event.id),
  };
}

/** Why a region stands as it does, or why an event happened: causes, each once, the nearest first. */
export function whyData({ key, region, cause }: Why, { dyad }: History): Data<typeof reasons> {
  return { key, state: region && stateWord(region.state, dyad), causes: causesData(cause) };
}

function causesData(one: Cause | undefined): readonly Data<typeof cause>[] {
  if (one === undefined) return [];
  const { id, at, act } = one.step.event;
  const because = one.because.map(({ step }) => step.event.id);
  return [{ event: id, at, act, because }, ...one.because.flatMap(causesData)];
}

/** What stands in an act's way. */
export function whyNotData({ act, by, verdict, reasons }: Judged): Data<typeof obstacle> {
  return { act, by, verdict, reasons };
}
