/** A replay as data: one document, or a line for its head, each step and its end. */
import * as z from "zod/mini";
import type { Finding } from "../../scenario/index.ts";
import { situationData } from "../../views/index.ts";
import type { Crisis } from "../crisis.ts";
import {
  type Basis,
  basis,
  basisData,
  type Data,
  dateData,
  finding,
  findingData,
  situation,
  step,
  stepData,
} from "./common.ts";
import { dossier, dossierData } from "./dossier.ts";

const head = z.strictObject({
  ...basis.shape,
  parties: z.array(z.strictObject({ code: z.string(), name: z.string() })).check(z.length(2)),
  window: z.strictObject({ from: z.string(), to: z.string() }),
  opening: situation,
});
const end = z.strictObject({ until: z.string(), situation, dossier, findings: z.array(finding) });

export const replayDocument = z.strictObject({ ...head.shape, steps: z.array(step), ...end.shape });

export const replayLine = z.discriminatedUnion("line", [
  z.strictObject({ line: z.literal("head"), ...head.shape }),
  z.strictObject({ line: z.literal("step"), ...step.shape }),
  z.strictObject({ line: z.literal("end"), ...end.shape }),
]);

/** A replay up to a minute with what was found. */
export interface Replayed extends Crisis {
  readonly findings: readonly Finding[];
}

export function replayData(replayed: Replayed & Basis): Data<typeof replayDocument> {
  const { history } = replayed;
  const steps = history.steps.map((one) => stepData(one, history.dyad));
  return { ...headData(replayed), steps, ...endData(replayed) };
}

export function* replayLines(replayed: Replayed & Basis): Generator<Data<typeof replayLine>> {
  const { history } = replayed;
  yield { line: "head", ...headData(replayed) };
  for (const one of history.steps) yield { line: "step", ...stepData(one, history.dyad) };
  yield { line: "end", ...endData(replayed) };
}

function headData(replayed: Replayed & Basis): Data<typeof head> {
  const { scenario, history } = replayed;
  const { a, b } = scenario.dyad;
  return {
    ...basisData(replayed),
    parties: [a, b].map((code) => ({ code, name: scenario.actors[code]?.name ?? code })),
    window: { from: dateData(scenario.window.from), to: dateData(scenario.window.to) },
    opening: situationData(history.opening, history.dyad),
  };
}

function endData({ history, until, findings }: Replayed): Data<typeof end> {
  return {
    until: dateData(until),
    situation: situationData(history.situation, history.dyad),
    dossier: dossierData(history.dossier, history.dyad),
    findings: findings.map((one) => findingData(one, history)),
  };
}
