/** A replay as JSON: one document, or a line for its head, each step and its end. */

import type * as z from "zod";
import type { JudgedDemands } from "../../scenario/index.ts";
import { situationData } from "../../views/index.ts";
import type { Loaded } from "../load.ts";
import { basisData, dateData, dossierData, findingData, stepData } from "./common.ts";
import type { replayDocument, replayLine } from "./schema/documents.ts";

/** A replay up to a minute with what was found. */
export interface Replayed extends Loaded, JudgedDemands {}

/** The whole replay. */
export function replayData(replayed: Replayed): z.infer<typeof replayDocument> {
  const { history } = replayed;
  const steps = history.steps.map((step) => stepData(step, history.dyad));
  return { ...headData(replayed), steps, ...endData(replayed) };
}

/** The same in lines. */
export function* replayLines(replayed: Replayed): Generator<z.infer<typeof replayLine>> {
  const { history } = replayed;
  yield { line: "head", ...headData(replayed) };
  for (const step of history.steps) yield { line: "step", ...stepData(step, history.dyad) };
  yield { line: "end", ...endData(replayed) };
}

function headData(replayed: Replayed) {
  const { scenario, history } = replayed;
  const { a, b } = scenario.dyad;
  return {
    ...basisData(replayed),
    parties: [a, b].map((code) => ({ code, name: scenario.actors[code]?.name ?? code })),
    window: { from: dateData(scenario.window.from), to: dateData(scenario.window.to) },
    opening: situationData(history.opening, history.dyad),
  };
}

function endData({ history, until, findings }: Replayed) {
  return {
    until: dateData(until),
    situation: situationData(history.situation, history.dyad),
    dossier: dossierData(history.dossier, history.dyad),
    findings: findings.map((one) => findingData(one, history)),
  };
}
