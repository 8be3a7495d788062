/** A file that was found right, as the scenarios that everything else computes with: sides instead of parties. */
import { type Doctrine, type Rule, rulesOf } from "../doctrine/index.ts";
import { actOf, type DiplomaticEvent, parseDuration, UTC, when } from "../events/index.ts";
import { QUIET } from "../history/index.ts";
import type { Dyad } from "../machine/index.ts";
import { nth, present } from "../problem/index.ts";
import { type Contract, type Expectation, isBetween } from "./claims.ts";
import { completeEdit } from "./replacements.ts";
import type { Actor, Scenario, WhatIf } from "./scenario.ts";
import { type ContractLists, contractsIn, expectationsIn, outcomeExpectationsIn } from "./schema/contract.ts";
import type { ReadRule } from "./schema/doctrine.ts";
import type { ReadFile } from "./schema/file.ts";
import type { PartyPattern } from "./schema/pattern.ts";
import { standingIn, toOpening, toOutcome, toPattern } from "./sides.ts";
import { dropUndefined, mapValues } from "./values.ts";
import { isAbout, type OpenedRelation, relationsIn } from "./web.ts";

/** Puts the scenarios together of a file without errors: one for each relation that it follows, the main one first. */
export function assemble(file: ReadFile): readonly Scenario[] {
  const relations = relationsIn(file);
  const all = relations.map((relation) => assembleRelation(file, relation, relations));
  return all.length < 2 ? all : all.map((one) => ({ ...one, beside: all.filter((other) => other !== one) }));
}

function assembleRelation(
  file: ReadFile,
  { dyad, opening }: OpenedRelation,
  relations: readonly OpenedRelation[],
): Scenario {
  const dyads = relations.map((one) => one.dyad);
  const main = nth(dyads, 0);
  const parties = mapValues(file.parties, ({ name }) => ({ name, kind: "party" as const }));
  const record = new Map(file.events.map((event) => [event.id, event]));
  const outcomes = Object.entries(file.outcomes ?? {}).filter(([, one]) => isAbout(one, dyad, main));
  return {
    name: file.scenario,
    title: file.title,
    purpose: file.purpose,
    zone: file.zone ?? UTC,
    window: { from: when(file.window.from).start, to: when(file.window.to).end },
    quiet: parseDuration(file.quiet ?? "") ?? QUIET,
    dyad,
    relations: dyads,
    beside: [],
    mediatorsNeedRelations: file.mediators !== undefined,
    alliances: (file.alliances ?? []).map(({ chance = 1, after = AT_ONCE, basis, ...one }) => ({
      ...{ ...one, chance, after },
      ...dropUndefined({ basis }),
    })),
    actors: { ...actorsIn(parties, dyad), ...file.others },
    sources: file.sources,
    opening: toOpening(opening, dyad) ?? unchecked("An opening"),
    standing: standingIn(opening, when(file.window.from).start),
    context: file.context ?? [],
    events: file.events,
    expect: expectationsBySide(expectationsIn(file.expect), dyad, main),
    contracts: toContracts(file, dyad, main),
    whatIfs: mapValues(file["what-if"], (one) => toWhatIf(one, record, dyad, main)),
    doctrines: doctrinesIn(file, dyad, dyads),
    assumptions: file.assume ?? {},
    outcomes: mapValues(Object.fromEntries(outcomes), (one) => describeOutcome(one, dyad, dyads)),
    lessons: file.teach ?? [],
  };
}

/** An outcome says of which relation it is, where there are several; a count of none is of all of them. */
function describeOutcome(
  outcome: NonNullable<ReadFile["outcomes"]>[string],
  dyad: Dyad,
  dyads: readonly Dyad[],
): Scenario["outcomes"][string] {
  const one = toOutcome(outcome, dyad);
  if (dyads.length < 2 || (one.kind === "count" && one.between === undefined)) return one;
  return { ...one, between: [dyad.a, dyad.b] };
}

const AT_ONCE = { kind: "between", least: 0, most: 0 } as const;

/** The parties of the file as actors of a relation: its own two first, the others as the third states that they are to it. */
function actorsIn(parties: Readonly<Record<string, Actor>>, { a, b }: Dyad): Readonly<Record<string, Actor>> {
  const thirdStates = Object.entries(parties)
    .filter(([code]) => code !== a && code !== b)
    .map(([code, { name }]): [string, Actor] => [code, { name, kind: "state" }]);
  return { [a]: present(parties[a], a), [b]: present(parties[b], b), ...Object.fromEntries(thirdStates) };
}

/** How actors react in a relation. A party of others does here only what none but third states do. */
function doctrinesIn(file: ReadFile, dyad: Dyad, dyads: readonly Dyad[]): Readonly<Record<string, Doctrine>> {
  return Object.fromEntries(
    Object.entries(file.doctrines ?? {}).flatMap(([code, doctrine]): [string, Doctrine][] => {
      const isThird = code !== dyad.a && code !== dyad.b && Object.hasOwn(file.parties, code);
      const rules = rulesOf(doctrine).map((rule) => toRule(rule, dyad, dyads, isThird));
      if (doctrine.kind === "strategy" && !isThird) {
        const { beside, ...strategy } = doctrine;
        return [[code, beside === undefined ? strategy : { ...strategy, beside: rules }]];
      }
      return rules.every(({ chance }) => chance === 0) && isThird ? [] : [[code, { kind: "rules", rules }]];
    }),
  );
}

/** A rule in a relation. Where it holds in others only it stays in its place, and never acts. */
function toRule({ between, elsewhere, ...rule }: ReadRule, dyad: Dyad, dyads: readonly Dyad[], isThird: boolean): Rule {
  const other = elsewhere && dyads.find((one) => isBetween(elsewhere.between, one));
  const holds =
    (between === undefined || isBetween(between, dyad)) &&
    (!isThird || actOf(rule.with).by.every((role) => role === "third")) &&
    Object.keys(rule.if.missions ?? {}).every((code) => code === dyad.a || code === dyad.b);
  return {
    ...rule,
    if: toPattern(rule.if, dyad),
    ...(holds ? {} : { chance: 0 }),
    ...dropUndefined({
      elsewhere: elsewhere && other && { dyad: other, pattern: toPattern(elsewhere.pattern, other) },
    }),
  };
}

function toWhatIf(
  { because, edit, then, expect, breaks, ...lists }: NonNullable<ReadFile["what-if"]>[string],
  record: ReadonlyMap<string, DiplomaticEvent>,
  dyad: Dyad,
  main: Dyad,
): WhatIf {
  return {
    ...dropUndefined({ because }),
    edits: edit.map((one) => completeEdit(one, record) ?? unchecked("An edit")),
    then,
    expect: expectationsBySide(expectationsIn(expect), dyad, main),
    expectOutcomes: outcomeExpectationsIn(expect),
    contracts: toContracts(lists, dyad, main),
    breaks: breaks ?? [],
  };
}

function toContracts(lists: ContractLists, dyad: Dyad, main: Dyad): readonly Contract[] {
  return contractsIn(lists)
    .filter(({ contract }) => isAbout(contract, dyad, main))
    .map(({ contract }) =>
      contract.kind === "leads-to"
        ? { ...contract, from: toPattern(contract.from, dyad), to: toPattern(contract.to, dyad) }
        : { ...contract, pattern: toPattern(contract.pattern, dyad) },
    );
}

function expectationsBySide(
  list: readonly Expectation<PartyPattern>[],
  dyad: Dyad,
  main: Dyad,
): readonly Expectation[] {
  const own = list.filter((one) => isAbout(one, dyad, main));
  return own.map(({ not, ...one }) => ({
    ...one,
    pattern: toPattern(one.pattern, dyad),
    ...dropUndefined({ not: not && toPattern(not, dyad) }),
  }));
}

function unchecked(what: string): never {
  throw new Error(`${what} that was checked is none: a defect of ours.`);
}
