/** A small crisis of several relations, as a file and as it is read. */
import { webOf, webOn } from "../../src/crisis/index.ts";
import { type Reading, readScenario, type Scenario } from "../../src/scenario/index.ts";
import type { ReplayView } from "../../src/views/index.ts";

/** Three states break with a fourth on one day, a fifth mediates, and all but one make it up. */
export const gulf = `scenario: gulf
title: A rift among five
purpose: teaching
window: { from: "2017-05-20", to: "2021-12-31" }
parties:
  SAU: { name: Saudi Arabia }
  ARE: { name: United Arab Emirates }
  EGY: { name: Egypt }
  QAT: { name: Qatar }
  KWT: { name: Kuwait }
relations:
  - between: [SAU, QAT]
  - between: [ARE, QAT]
  - between: [EGY, QAT]
  - between: [QAT, KWT]
groups: { trio: [SAU, ARE, EGY] }
sources: { press: { title: A newspaper } }
events:
  - { id: severance, at: "2017-06-05", act: break-relations, from: trio, to: QAT, cite: press }
  - { id: offer, at: "2017-06-06", act: mediate, from: KWT, to: [SAU, QAT], because: severance, cite: press }
  - { id: border, at: "2017-06-07", act: close-border, from: SAU, to: QAT, because: severance, cite: press }
  - { id: visit, at: "2017-07-01", act: visit, from: KWT, to: QAT, because: border, cite: press }
  - { id: lift, at: "2021-01-04", act: lift-measure, from: SAU, to: QAT, of: border, cite: press }
  - { id: restored, at: "2021-01-05", act: restore-relations, from: [SAU, QAT], cite: press }
expect:
  - { at: "2017-06-05", course: ambassadors-recalled.severed }
  - { at: "2017-06-05", between: [QAT, EGY], relations: severed }
  - { at: "2021-01-05", between: [QAT, KWT], course: normal.full }
what-if:
  calm:
    because: Nobody breaks with Qatar.
    edit: [{ drop: severance }]
    then: prune
    expect: [{ at: "2017-06-05", between: [EGY, QAT], relations: established }]
  raid:
    because: The border is not closed but crossed.
    edit: [{ replace: border, with: { act: strike } }]
    then: model
doctrines:
  QAT:
    - { answer: force, with: strike, chance: 0.5, after: 1d..3d, basis: judgement }
  KWT:
    - { answer: rupture, with: mediate, chance: 0.9, after: 1d..5d, basis: judgement }
  EGY:
    - { every: 30d, with: accuse, chance: 0.5, if: { between: [SAU, QAT], course: strike }, basis: judgement }
alliances:
  - { members: [ARE, SAU], with: strike, chance: 0.5, after: 1d, basis: judgement }
outcomes:
  force: { count: { class: force } }
  raids: { count: { class: force }, between: [SAU, QAT] }
  words: { count: { act: accuse }, between: [EGY, QAT] }
  egypt: { final: relations, between: [EGY, QAT] }
`;

/** A text read as the scenarios of its relations. */
export function relationsOf(text: string): readonly Scenario[] {
  const { relations, diagnostics } = readAs(text);
  if (relations === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return relations;
}

/** A text read under the name that it gives itself. */
export function readAs(text: string): Reading {
  return readScenario(text, { file: "gulf.yaml" });
}

/** All relations of a text, told up to the end of a day. */
export function toldIn(text: string, date?: string): readonly ReplayView[] {
  return webOn(webOf(relationsOf(text)), date, String).relations;
}
