/** A crisis whose actors answer often, for games; and random moves in it. */
import fc from "fast-check";
import { argument, crisisOf, cutAt } from "../../src/crisis/index.ts";
import { type ActId, actIds } from "../../src/events/index.ts";
import * as play from "../../src/play/index.ts";
import { readScenario, type Scenario } from "../../src/scenario/index.ts";

/** Iran goes by rules, the United States mediate, Pakistan is to be played. Iran proposes to agree after an overture. */
export const lively = `scenario: lively
title: A lively crisis
purpose: teaching
window: { from: "2024-01-15", to: "2024-02-29" }
quiet: 10d
parties:
  IRN: { name: Iran }
  PAK: { name: Pakistan }
others:
  USA: { name: United States, kind: state }
  JAA: { name: Jaish al-Adl, kind: non-state }
sources:
  press: { title: A report }
events:
  - { id: strike, at: "2024-01-16", act: strike, from: IRN, to: PAK, cite: press }
  - { id: pak-condemn-1, at: "2024-01-16", act: condemn, from: PAK, to: IRN, because: strike, cite: press }
  - { id: recall, at: "2024-01-17", act: recall-ambassador, from: PAK, to: IRN, because: strike, cite: press }
  - { id: attack, at: "2024-01-20", act: non-state-attack, from: JAA, to: IRN, cite: press }
  - { id: irn-strike-1, at: "2024-01-21", act: strike, from: IRN, to: PAK, cite: press }
  - { id: late-attack, at: "2024-02-10", act: non-state-attack, from: JAA, to: PAK, cite: press }
what-if:
  earlier:
    edit:
      - { move: recall, to: "2024-01-16" }
      - { add: { id: warning, at: "2024-01-18", act: warn, from: PAK, to: IRN, because: strike } }
    then: model
doctrines:
  IRN:
    - { answer: force, with: strike, chance: 0.6, after: 1d..4d, basis: invented }
    - { answer: [rupture, protest], with: lodge-protest, chance: 0.7, after: 2h..1d, basis: invented }
    - { answer: [conciliation, third-party], with: agree, chance: 0.8, after: 1d..3d, basis: invented }
    - { answer: conciliation, with: express-deescalation, chance: 0.8, after: 0d..2d, basis: invented }
    - { every: 5d, with: summon-envoy, chance: 0.5, after: { exponential: { mean: 1d } }, basis: invented }
  USA:
    - { answer: force, with: offer-mediation, chance: 0.9, after: 0d..1d, basis: invented }
    - { answer: force, with: appeal-restraint, after: 4d, at-most: 1, basis: invented }
  PAK: { use: grim }
teach:
  - { pause: strike, ask: What next?, options: [protest, strike], answer: protest }
`;

/** The scenario of a text. */
export function scenarioOf(text: string = lively): Scenario {
  const { scenario, diagnostics } = readScenario(text, { file: "lively.yaml" });
  if (scenario === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return scenario;
}

/** Something a player does. */
export type Doing =
  | { readonly kind: "wait"; readonly minutes?: number }
  | { readonly kind: "act"; readonly act: ActId }
  | { readonly kind: "back" };

const FIELDS: Readonly<Record<string, unknown>> = { count: 3, limit: 20, deadline: "2024-02-20" };

/** The fields that an act can't be without. */
export function fieldsFor(act: ActId): Readonly<Record<string, unknown>> {
  if (act === "expel-diplomats") return { count: FIELDS["count"] };
  if (act === "cap-staff") return { limit: FIELDS["limit"] };
  return act === "issue-ultimatum" ? { deadline: FIELDS["deadline"] } : {};
}

/** Acts of which much comes, and now and then any act there is. */
const act: fc.Arbitrary<ActId> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom<ActId>(
      "strike",
      "strike",
      "express-deescalation",
      "agree",
      "recall-ambassador",
      "return-ambassador",
      "offer-talks",
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom(...actIds) },
);

const waiting: fc.Arbitrary<Doing> = fc.oneof(
  fc.constant({ kind: "wait" as const }),
  fc.integer({ min: 1, max: 8 * 1440 }).map((minutes) => ({ kind: "wait" as const, minutes })),
);

/** Random things that a player does. */
export const doings: fc.Arbitrary<readonly Doing[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: waiting },
    { weight: 4, arbitrary: act.map((id) => ({ kind: "act" as const, act: id })) },
    {
      weight: 1,
      arbitrary: fc.constant({ kind: "back" as const }),
    },
  ),
  { maxLength: 14 },
);

/** A session after it; what is refused changes nothing. */
export function done(session: play.Session, doing: Doing): play.Session {
  if (doing.kind === "wait") return play.wait(session, doing.minutes);
  if (doing.kind === "back") return play.back(session);
  const tried = play.act(session, doing.act, fieldsFor(doing.act));
  return "session" in tried ? tried.session : session;
}

/** A departure from the lively crisis at a moment of its record. */
export function leaving(moment: string): play.Departure {
  return { kind: "cut", cut: cutAt(moment, crisisOf(scenarioOf()), argument("from")) };
}

/** Random games of the lively crisis: who is played, from where, under which seed. */
export const games: fc.Arbitrary<play.Game> = fc
  .record({
    player: fc.constantFrom("PAK", "IRN"),
    seed: fc.nat(1000),
    from: fc.constantFrom<play.Departure | undefined>(undefined, leaving("recall"), leaving("2024-01-18"), {
      kind: "what-if",
      name: "earlier",
    }),
  })
  .map(({ player, seed, from }) => play.gameOf(scenarioOf(), player, seed, from));

/** What is seen of a session, as text. */
export function seen(session: play.Session): string {
  const { history, proposals, over } = play.positionOf(session);
  const steps = history.steps.map(({ event, minute, verdict }) => [event, minute, verdict]);
  return JSON.stringify([history.now, steps, history.situation, proposals, over]);
}
