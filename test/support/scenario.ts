/** A small scenario as text, for tests that break it in one place; and which of the shipped ones are tried. */
import { globSync } from "node:fs";
import { type Diagnostic, type Reading, readScenario } from "../../src/scenario/index.ts";
import { ofAll } from "./enduring.ts";

/** The shipped scenarios that a test tries: all, or one of two parties, one of many and a template. */
export function shippedFiles(pattern = "scenarios/**/*.yaml"): readonly string[] {
  const some = /iran-pakistan-2024|gulf-rift-2017|border-incident/;
  return globSync(pattern)
    .filter((file) => ofAll(true, some.test(file)))
    .toSorted();
}

export const base = `scenario: small
title: A small crisis
purpose: teaching
window: { from: "2024-01-15", to: "2024-02-15" }
parties:
  IRN: { name: Iran, cow: 630 }
  PAK: { name: Pakistan, cow: 770 }
others:
  JAA: { name: Jaish al-Adl, kind: non-state }
  USA: { name: United States, kind: state }
sources:
  press: { title: A report }
events:
  - id: strike
    at: "2024-01-16"
    act: strike
    from: IRN
    to: PAK
    cite: press
    claims:
      - { by: IRN, about: target, says: a camp, group: JAA }
  - id: recall
    at: "2024-01-17"
    act: recall-ambassador
    from: PAK
    to: IRN
    because: strike
    cite: [press]
  - id: accord
    at: "2024-01-22"
    act: agree
    from: [IRN, PAK]
    because: [recall]
    cite: press
    terms:
      - { act: return-ambassador, by: PAK, before: "2024-01-26" }
expect:
  - { at: "2024-01-17", course: ambassadors-recalled, missions: { PAK: recalled } }
never:
  - { name: no-war, course: retaliation.war }
what-if:
  calm:
    because: No strike.
    edit:
      - drop: strike
    then: prune
doctrines:
  PAK:
    - { answer: strike, with: strike, chance: resolve, after: 1d..4d, basis: the record }
assume:
  resolve: { value: 0.6, range: [0.3, 0.9], basis: judgement }
outcomes:
  force: { count: { class: force } }
  american: { count: { class: third-party, by: USA } }
teach:
  - pause: strike
    ask: What next?
    options: [protest, strike]
    answer: protest
`;

/** Reads a text as small.yaml. */
export function read(text: string): Reading {
  return readScenario(text, { file: "small.yaml" });
}

/** What is wrong with the small scenario after one part of it was replaced. */
export function broken(part: string, by: string): readonly Diagnostic[] {
  if (!base.includes(part)) throw new Error(`The small scenario does not contain ${part}`);
  return read(base.replace(part, by)).diagnostics;
}
