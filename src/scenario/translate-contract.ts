/** From contracts and expectations as files write them to plain data: patterns by side, times in minutes. */
import type * as z from "zod";
import { parseDuration, when } from "../events/index.ts";
import type { Dyad } from "../machine/index.ts";
import type { Contract } from "./contract.ts";
import type { Expectation, Measure, OutcomeExpectation } from "./expectation.ts";
import type { expectation, FileContracts, FileExpectedOutcome } from "./schema/contract.ts";
import { listOf, toPattern } from "./translate.ts";

type FileExpectation = z.infer<typeof expectation>;

/** The keys under which contracts stand, in the order in which they are told. */
export const contractKinds = ["never", "always", "leads-to"] as const;

/** A file's contracts, those of each kind in their order. */
export function toContracts({ never, always, "leads-to": responses }: FileContracts, dyad: Dyad): readonly Contract[] {
  return [
    ...(never ?? []).map(({ name, ...one }): Contract => ({ kind: "never", name, pattern: toPattern(one, dyad) })),
    ...(always ?? []).map(({ name, ...one }): Contract => ({ kind: "always", name, pattern: toPattern(one, dyad) })),
    ...(responses ?? []).map(({ name, from, to, within }): Contract => {
      const [asks, answers] = [toPattern(from, dyad), toPattern(to, dyad)];
      return { kind: "leads-to", name, from: asks, to: answers, within: parseDuration(within) ?? 0 };
    }),
  ];
}

/** Where each of a file's contracts stands, in the order of {@link toContracts}. */
export function contractPaths(written: FileContracts): readonly (readonly PropertyKey[])[] {
  return contractKinds.flatMap((kind) => (written[kind] ?? []).map((_, k) => [kind, k]));
}

/** What a file expects at moments. */
export function toExpectations(
  list: readonly (FileExpectation | FileExpectedOutcome)[] | undefined,
  dyad: Dyad,
): readonly Expectation[] {
  return (list ?? []).flatMap((one, index) => {
    if (isOfOutcome(one)) return [];
    const { at, ...pattern } = one;
    return [{ index, at, minute: when(at).end, pattern: toPattern(pattern, dyad) }];
  });
}

/** What a file expects of outcomes, an entry for each measure that it bounds. */
export function toOutcomeExpectations(
  list: readonly (FileExpectation | FileExpectedOutcome)[] | undefined,
): readonly OutcomeExpectation[] {
  return (list ?? []).flatMap((one, index) => {
    if (!isOfOutcome(one)) return [];
    return measures.flatMap((measure): readonly OutcomeExpectation[] => {
      const bounds = one[measure];
      if (bounds === undefined) return [];
      const { "at-least": least, "at-most": most } = bounds;
      return [
        {
          index,
          outcome: one.outcome,
          measure,
          ...(one.in === undefined ? {} : { in: listOf(one.in) }),
          ...(least === undefined ? {} : { atLeast: numberOf(least) }),
          ...(most === undefined ? {} : { atMost: numberOf(most) }),
        },
      ];
    });
  });
}

/** The measures in the order in which they are told. */
export const measures: readonly Measure[] = ["share", "mean", "median"];

/** Whether an item under `expect` is about an outcome. */
export function isOfOutcome(one: FileExpectation | FileExpectedOutcome): one is FileExpectedOutcome {
  return "outcome" in one;
}

function numberOf(value: string | number): number {
  return typeof value === "number" ? value : (parseDuration(value) ?? 0);
}
