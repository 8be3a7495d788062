/** A moment as JSON, with a difference, a reason or an obstacle where one was asked for. */

import type * as z from "zod";
import type { Judged } from "../../crisis/index.ts";
import { type Cause, type ClockEntry, difference, pendingOf, stepsUntil } from "../../history/index.ts";
import { situationData } from "../../views/index.ts";
import type { Loaded } from "../load.ts";
import { basisData, changeData, dateData, dossierData } from "./common.ts";
import type { showDocument } from "./schema/documents.ts";

type Document = z.infer<typeof showDocument>;

/** The moment at which a history ends. */
export function momentData(loaded: Loaded): Document {
  const { history, until } = loaded;
  const { dossier, situation, dyad } = history;
  return {
    ...basisData(loaded),
    at: dateData(until),
    situation: situationData(situation, dyad),
    dossier: dossierData(dossier, dyad),
    last: history.steps.at(-1)?.event.id ?? null,
    waiting: pendingOf(history).map(waitingData),
  };
}

/** What waits on the clock. */
export function waitingData({ due, kind, commitment }: ClockEntry): Document["waiting"][number] {
  return { due: dateData(due), kind, ...(commitment === undefined ? {} : { commitment: commitment.id }) };
}

/** What differs between two moments. */
export function differenceData({ history }: Loaded, from: number, to: number): NonNullable<Document["difference"]> {
  const { situation, steps } = difference(history, stepsUntil(history, from), stepsUntil(history, to));
  return {
    from: dateData(from),
    to: dateData(to),
    changes: situation.map((change) => changeData(change, history.dyad)),
    events: steps.map(({ event }) => event.id),
  };
}

/** Causes, each once, the nearest first. */
export function causesData(cause: Cause | undefined): NonNullable<Document["why"]>["causes"] {
  if (cause === undefined) return [];
  const { id, at, act } = cause.step.event;
  const because = cause.because.map(({ step }) => step.event.id);
  return [{ event: id, at, act, because }, ...cause.because.flatMap(causesData)];
}

/** What stands in an act's way. */
export function whyNotData({ act, by, verdict, reasons }: Judged): NonNullable<Document["whyNot"]> {
  return { act, by, verdict, reasons: [...reasons] };
}
