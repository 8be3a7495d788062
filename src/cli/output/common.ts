/** Data for JSON outputs: situations with parties by code, steps, dossiers, findings. */
import type * as z from "zod";
import { casualtiesOf, claimsOf, type Dossier, disputesIn } from "../../dossier/index.ts";
import { actOf, formatWhen } from "../../events/index.ts";
import { changes, type History, type RegionChange, type Step } from "../../history/index.ts";
import type { Dyad } from "../../machine/index.ts";
import type { Finding } from "../../scenario/index.ts";
import { findingText, regionKey, situationData, stateWord } from "../../views/index.ts";
import type { Loaded } from "../load.ts";
import { model } from "./model.ts";
import type * as schema from "./schema/common.ts";
import type { dossier as dossierSchema } from "./schema/dossier.ts";

/** What a result rests on: the file that was read, and the what-if that it is of. */
export type Basis = Pick<Loaded, "scenario" | "input"> & { readonly whatIf?: string };

/** What every result rests on. */
export function basisData({ scenario, input, whatIf }: Basis): z.infer<typeof schema.basis> {
  const { name, title, purpose } = scenario;
  const supposed = whatIf === undefined ? {} : { whatIf };
  return { scenario: name, title, purpose, ...supposed, hash: input.hash, model: model() };
}

/** A change of a region. */
export function changeData({ region, from, to }: RegionChange, dyad: Dyad): z.infer<typeof schema.change> {
  return { key: regionKey(region, dyad), from: stateWord(from, dyad), to: stateWord(to, dyad) };
}

/** A step. */
export function stepData({ event, verdict, before, after, reasons }: Step, dyad: Dyad): z.infer<typeof schema.step> {
  const { label, class: kind } = actOf(event.act);
  return {
    event: { ...event },
    label,
    class: kind,
    verdict,
    changes: changes(before, after).map((change) => changeData(change, dyad)),
    after: situationData(after, dyad),
    disputed: disputesIn(event.claims.map((claim) => ({ ...claim, event: event.id }))).map(({ about }) => about),
    reasons: [...reasons],
  };
}

/** A dossier. */
export function dossierData(dossier: Dossier, { a, b }: Dyad): z.infer<typeof dossierSchema> {
  const { commitments, contacts, scores } = dossier;
  const directions = [
    { from: a, to: b, score: scores.aToB },
    { from: b, to: a, score: scores.bToA },
  ];
  return {
    disputes: disputesIn(claimsOf(dossier)).map((one) => ({ ...one, claims: [...one.claims] })),
    casualties: casualtiesOf(dossier).map(({ killed, injured, tolls, ...one }) => ({
      ...one,
      killed: [...killed],
      injured: [...injured],
      tolls: tolls.map((toll) => ({
        ...toll,
        killed: [...toll.killed],
        injured: [...toll.injured],
        captured: [...toll.captured],
        of: [...toll.of],
      })),
    })),
    commitments: [...commitments.ended, ...commitments.open].map((one) => ({ ...one, doneBy: [...one.doneBy] })),
    contacts: { ...contacts },
    scores: directions.map(({ from, to, score: { goldstein, plover, acts, unscored } }) => ({
      from,
      to,
      goldstein,
      plover,
      acts,
      unscored,
    })),
  };
}

/** A finding. */
export function findingData(finding: Finding, { dyad }: Pick<History, "dyad">): z.infer<typeof schema.finding> {
  const message = findingText(finding, dyad);
  if (finding.kind === "expectation") {
    const event = finding.mismatches.find(({ since }) => since !== undefined)?.since?.event.id;
    return { rule: "expectation", name: finding.at, message, ...(event === undefined ? {} : { event }) };
  }
  const event = finding.kind === "kept" ? undefined : finding.step?.event.id;
  return { rule: finding.kind, name: finding.name, message, ...(event === undefined ? {} : { event }) };
}

/** A day or a minute, as a record writes it. */
export function dateData(minute: number): string {
  return formatWhen(minute, "day");
}
