/** A web as data: what `replay`, `show` and `what-if` tell of a file with several relations, with `--json`. */
import * as z from "zod/mini";
import type { Step } from "../../history/index.ts";
import type { Dyad } from "../../machine/index.ts";
import { nth } from "../../problem/index.ts";
import type { EvaluatedWhatIf } from "../../scenario/index.ts";
import { described } from "../../schema/index.ts";
import { situationData } from "../../views/index.ts";
import { type Web, webSteps } from "../web.ts";
import {
  type Basis,
  basis,
  basisData,
  change,
  type Data,
  dateData,
  eventData,
  reason,
  situation,
  stepData,
  verdict,
} from "./common.ts";

const between = described(z.tuple([z.string(), z.string()]), "The codes of the two parties");
const move = z.strictObject({ between, verdict, changes: z.array(change), reasons: z.array(reason) });

/** What a result about all relations rests on. */
const basisOfAll = z.omit(basis, { between: true });

/** `replay --json` of several relations: each event once, with what it moved in each relation that it touches. */
export const webReplayDocument = z.strictObject({
  ...basisOfAll.shape,
  relations: z.array(z.strictObject({ between, opening: situation, situation })),
  events: z.array(z.strictObject({ event: eventData, moves: z.array(move) })),
  until: z.string(),
});

/** `show --json` of several relations. */
export const webShowDocument = z.strictObject({
  ...basisOfAll.shape,
  at: z.string(),
  relations: z.array(z.strictObject({ between, situation })),
});

const ends = z.strictObject({ between, record: situation, whatIf: situation, void: z.int().check(z.minimum(0)) });

/** `what-if --json` of several relations. */
export const webWhatIfDocument = z.strictObject({
  ...basisOfAll.shape,
  whatIfs: z.array(
    z.strictObject({
      name: z.string(),
      then: z.enum(["keep", "prune", "model", "stop"]),
      orphaned: z.array(z.string()),
      reopened: z.array(z.string()),
      relations: z.array(ends),
    }),
  ),
});

function ofAll(web: Basis): Data<typeof basisOfAll> {
  const { between: _, ...all } = basisData(web);
  return all;
}

export function webReplayData(web: Web & Basis): Data<typeof webReplayDocument> {
  return {
    ...ofAll(web),
    relations: web.relations.map(({ history }) => ({
      between: pairOf(history.dyad),
      opening: situationData(history.opening, history.dyad),
      situation: situationData(history.situation, history.dyad),
    })),
    events: webSteps(web).map(({ event, moves }) => ({
      event,
      moves: moves.map(({ dyad, step }) => moveData(step, dyad)),
    })),
    until: dateData(nth(web.relations, 0).until),
  };
}

function moveData(step: Step, dyad: Dyad): Data<typeof move> {
  const { verdict, changes, reasons } = stepData(step, dyad);
  return { between: pairOf(dyad), verdict, changes, reasons };
}

function pairOf({ a, b }: Dyad): readonly [string, string] {
  return [a, b];
}

export function webShowData(web: Web & Basis): Data<typeof webShowDocument> {
  return {
    ...ofAll(web),
    at: dateData(nth(web.relations, 0).until),
    relations: web.relations.map(({ history: { dyad, situation: now } }) => ({
      between: pairOf(dyad),
      situation: situationData(now, dyad),
    })),
  };
}

/** What-ifs carried out in every relation. */
export function webWhatIfData(
  record: Web & Basis,
  all: readonly { readonly name: string; readonly evaluated: readonly EvaluatedWhatIf[] }[],
): Data<typeof webWhatIfDocument> {
  return {
    ...ofAll(record),
    whatIfs: all.map(({ name, evaluated }) => {
      const { whatIf, branch } = nth(evaluated, 0);
      return {
        name,
        then: whatIf.then,
        orphaned: branch.orphaned.map(({ event }) => event.id),
        reopened: branch.reopened.map(({ event }) => event.id),
        relations: evaluated.map(({ history }, k) => ({
          between: pairOf(history.dyad),
          record: situationData(nth(record.relations, k).history.situation, history.dyad),
          whatIf: situationData(history.situation, history.dyad),
          void: history.steps.filter(({ verdict: one }) => one === "void").length,
        })),
      };
    }),
  };
}
