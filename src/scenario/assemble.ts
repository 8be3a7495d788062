/** A file that was found right, as the scenario that everything else computes with: sides instead of parties. */
import { type Doctrine, rulesOf } from "../doctrine/index.ts";
import { type DiplomaticEvent, parseDuration, UTC, when } from "../events/index.ts";
import { QUIET } from "../history/index.ts";
import type { Dyad } from "../machine/index.ts";
import type { Contract } from "./contract.ts";
import type { Expectation } from "./expectation.ts";
import { wholeEdit } from "./replaced.ts";
import type { Scenario, WhatIf } from "./scenario.ts";
import { type ContractLists, contractsIn, expectationsIn, outcomeExpectationsIn } from "./schema/contract.ts";
import type { ReadFile } from "./schema/file.ts";
import type { PartyPattern } from "./schema/pattern.ts";
import { standingIn, toOpening, toOutcome, toPattern } from "./sides.ts";

/** Puts a scenario together from a file without errors. */
export function assemble(file: ReadFile): Scenario {
  const [a = "", b = ""] = Object.keys(file.parties);
  const dyad = { a, b };
  const parties = mapped(file.parties, ({ name }) => ({ name, kind: "party" as const }));
  const record = new Map(file.events.map((event) => [event.id, event]));
  return {
    name: file.scenario,
    title: file.title,
    purpose: file.purpose,
    zone: file.zone ?? UTC,
    window: { from: when(file.window.from).start, to: when(file.window.to).end },
    quiet: parseDuration(file.quiet ?? "") ?? QUIET,
    dyad,
    actors: { ...parties, ...file.others },
    sources: file.sources,
    opening: toOpening(file.opening ?? {}, dyad) ?? unchecked("An opening"),
    standing: standingIn(file.opening ?? {}, when(file.window.from).start),
    context: file.context ?? [],
    events: file.events,
    expect: bySide(expectationsIn(file.expect), dyad),
    contracts: toContracts(file, dyad),
    whatIfs: mapped(file["what-if"], (one) => toWhatIf(one, record, dyad)),
    doctrines: mapped(file.doctrines, (one) => toDoctrine(one, dyad)),
    assumptions: file.assume ?? {},
    outcomes: mapped(file.outcomes, (one) => toOutcome(one, dyad)),
    lessons: file.teach ?? [],
  };
}

function toWhatIf(
  { because, edit, then, expect, breaks, ...lists }: NonNullable<ReadFile["what-if"]>[string],
  record: ReadonlyMap<string, DiplomaticEvent>,
  dyad: Dyad,
): WhatIf {
  return {
    ...(because === undefined ? {} : { because }),
    edits: edit.map((one) => wholeEdit(one, record) ?? unchecked("An edit")),
    then,
    expect: bySide(expectationsIn(expect), dyad),
    expectOutcomes: outcomeExpectationsIn(expect),
    contracts: toContracts(lists, dyad),
    breaks: breaks ?? [],
  };
}

function toContracts(lists: ContractLists, dyad: Dyad): readonly Contract[] {
  return contractsIn(lists).map(({ contract }) =>
    contract.kind === "leads-to"
      ? { ...contract, from: toPattern(contract.from, dyad), to: toPattern(contract.to, dyad) }
      : { ...contract, pattern: toPattern(contract.pattern, dyad) },
  );
}

function toDoctrine(doctrine: Doctrine<PartyPattern>, dyad: Dyad): Doctrine {
  const rules = rulesOf(doctrine).map((rule) => ({ ...rule, if: toPattern(rule.if, dyad) }));
  if (doctrine.kind === "rules") return { ...doctrine, rules };
  const { beside, ...strategy } = doctrine;
  return beside === undefined ? strategy : { ...strategy, beside: rules };
}

function bySide(list: readonly Expectation<PartyPattern>[], dyad: Dyad): readonly Expectation[] {
  return list.map(({ not, ...one }) => ({
    ...one,
    pattern: toPattern(one.pattern, dyad),
    ...(not === undefined ? {} : { not: toPattern(not, dyad) }),
  }));
}

function mapped<T, U>(record: Readonly<Record<string, T>> | undefined, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record ?? {}).map(([key, value]) => [key, change(value)]));
}

function unchecked(what: string): never {
  throw new Error(`${what} that was checked is none: a defect of ours.`);
}
