/** A file that was found right, as the scenarios that everything else computes with: sides instead of parties. */
import type { Doctrine } from "../doctrine/index.ts";
import { actOf, type DiplomaticEvent, parseDuration, UTC, when } from "../events/index.ts";
import { QUIET } from "../history/index.ts";
import type { Dyad } from "../machine/index.ts";
import { nth, present } from "../problem/index.ts";
import type { Contract } from "./contract.ts";
import type { Expectation } from "./expectation.ts";
import { wholeEdit } from "./replaced.ts";
import type { Actor, Scenario, WhatIf } from "./scenario.ts";
import { type ContractLists, contractsIn, expectationsIn, outcomeExpectationsIn } from "./schema/contract.ts";
import type { ReadFile } from "./schema/file.ts";
import type { PartyPattern } from "./schema/pattern.ts";
import { standingIn, toOpening, toOutcome, toPattern } from "./sides.ts";
import { isOf, type OpenedRelation, relationsIn } from "./web.ts";

/** Puts the scenarios together of a file without errors: one for each relation that it follows, the main one first. */
export function assemble(file: ReadFile): readonly Scenario[] {
  const relations = relationsIn(file);
  return relations.map((relation) => ofRelation(file, relation, relations));
}

function ofRelation(file: ReadFile, { dyad, opening }: OpenedRelation, relations: readonly OpenedRelation[]): Scenario {
  const dyads = relations.map((one) => one.dyad);
  const main = nth(dyads, 0);
  const parties = mapped(file.parties, ({ name }) => ({ name, kind: "party" as const }));
  const record = new Map(file.events.map((event) => [event.id, event]));
  const outcomes = Object.entries(file.outcomes ?? {}).filter(([, one]) => isOf(one, dyad, main));
  return {
    name: file.scenario,
    title: file.title,
    purpose: file.purpose,
    zone: file.zone ?? UTC,
    window: { from: when(file.window.from).start, to: when(file.window.to).end },
    quiet: parseDuration(file.quiet ?? "") ?? QUIET,
    dyad,
    relations: dyads,
    alliances: (file.alliances ?? []).map(({ chance = 1, after = AT_ONCE, basis, ...one }) => ({
      ...one,
      chance,
      after,
      ...(basis === undefined ? {} : { basis }),
    })),
    actors: { ...actorsIn(parties, dyad), ...file.others },
    sources: file.sources,
    opening: toOpening(opening, dyad) ?? unchecked("An opening"),
    standing: standingIn(opening, when(file.window.from).start),
    context: file.context ?? [],
    events: file.events,
    expect: bySide(expectationsIn(file.expect), dyad, main),
    contracts: toContracts(file, dyad, main),
    whatIfs: mapped(file["what-if"], (one) => toWhatIf(one, record, dyad, main)),
    doctrines: doctrinesIn(file, dyad),
    assumptions: file.assume ?? {},
    outcomes: mapped(Object.fromEntries(outcomes), (one) => toOutcome(one, dyad)),
    lessons: file.teach ?? [],
  };
}

const AT_ONCE = { kind: "between", least: 0, most: 0 } as const;

/** The parties of the file as actors of a relation: its own two first, the others as the third states that they are to it. */
function actorsIn(parties: Readonly<Record<string, Actor>>, { a, b }: Dyad): Readonly<Record<string, Actor>> {
  const third = Object.entries(parties)
    .filter(([code]) => code !== a && code !== b)
    .map(([code, { name }]): [string, Actor] => [code, { name, kind: "state" }]);
  return { [a]: present(parties[a], a), [b]: present(parties[b], b), ...Object.fromEntries(third) };
}

/** How actors react in a relation. A party of others does here only what none but third states do. */
function doctrinesIn(file: ReadFile, dyad: Dyad): Readonly<Record<string, Doctrine>> {
  const all = Object.entries(mapped(file.doctrines, (one) => toDoctrine(one, dyad)));
  return Object.fromEntries(
    all.flatMap(([code, doctrine]): [string, Doctrine][] => {
      if (code === dyad.a || code === dyad.b || !Object.hasOwn(file.parties, code)) return [[code, doctrine]];
      if (doctrine.kind === "strategy") return [];
      const rules = doctrine.rules.filter((rule) => actOf(rule.with).by.every((role) => role === "third"));
      return rules.length === 0 ? [] : [[code, { ...doctrine, rules }]];
    }),
  );
}

function toWhatIf(
  { because, edit, then, expect, breaks, ...lists }: NonNullable<ReadFile["what-if"]>[string],
  record: ReadonlyMap<string, DiplomaticEvent>,
  dyad: Dyad,
  main: Dyad,
): WhatIf {
  return {
    ...(because === undefined ? {} : { because }),
    edits: edit.map((one) => wholeEdit(one, record) ?? unchecked("An edit")),
    then,
    expect: bySide(expectationsIn(expect), dyad, main),
    expectOutcomes: outcomeExpectationsIn(expect),
    contracts: toContracts(lists, dyad, main),
    breaks: breaks ?? [],
  };
}

function toContracts(lists: ContractLists, dyad: Dyad, main: Dyad): readonly Contract[] {
  return contractsIn(lists)
    .filter(({ contract }) => isOf(contract, dyad, main))
    .map(({ contract }) =>
      contract.kind === "leads-to"
        ? { ...contract, from: toPattern(contract.from, dyad), to: toPattern(contract.to, dyad) }
        : { ...contract, pattern: toPattern(contract.pattern, dyad) },
    );
}

function toDoctrine(doctrine: Doctrine<PartyPattern>, dyad: Dyad): Doctrine {
  if (doctrine.kind === "strategy") return doctrine;
  return { ...doctrine, rules: doctrine.rules.map((rule) => ({ ...rule, if: toPattern(rule.if, dyad) })) };
}

function bySide(list: readonly Expectation<PartyPattern>[], dyad: Dyad, main: Dyad): readonly Expectation[] {
  const own = list.filter((one) => isOf(one, dyad, main));
  return own.map(({ not, ...one }) => ({
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
