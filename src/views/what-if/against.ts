/** One branch against another: where they part, day by day, how both end, and what differs in their dossiers. */
import { casualtiesOf, claimsOf, disputesIn } from "../../dossier/index.ts";
import { actOf } from "../../events/index.ts";
import { type Comparison, compare, type History, historyUntil, type Step } from "../../history/index.ts";
import { type Block, type Line, line, lines, type Part, prose, span } from "../../render/index.ts";
import { rangeText } from "../claims.ts";
import { dayText, nameOf, type ReplayView } from "../replay-view.ts";
import { ribbons } from "../ribbon.ts";
import { scoreChanges } from "../scores.ts";
import { turnText } from "../timeline.ts";
import { betweenText } from "../web.ts";
import { regionName, whoText } from "../words.ts";
import { type Sides, sideBySide, situationsSideBySide } from "./side-by-side.ts";

/** A branch with the name that stands over its column. */
export interface Side {
  readonly name: string;
  readonly history: History;
}

/** Everything that differs between two branches of one scenario, up to the minute that both reach. */
export function againstParts(scenario: ReplayView["scenario"], left: Side, right: Side): readonly Part[] {
  const until = Math.min(left.history.now, right.history.now, scenario.window.to);
  const [one, other] = [cut(left, until), cut(right, until)];
  const comparison = compare(one.history, other.history);
  const of = betweenText({ scenario });
  const which = of === "" ? [] : [prose(of, "faint")];
  if (comparison.divergence === undefined) {
    return [...which, lines("Where they part", [line("Nowhere: nothing differs.")])];
  }
  const sides: Sides = { one: one.name, other: other.name, dyad: scenario.dyad };
  const rows = [left, right].map(({ name, history }) => ({
    name,
    replay: { scenario, history, until: Math.min(history.now, scenario.window.to) },
  }));
  const end = until === scenario.window.to ? "How they end" : `How they stand at the end of ${dayText(until)}`;
  return [
    ...which,
    { kind: "signs", caption: "The course of both", block: (columns) => ribbons(rows, columns, scenario.window.to) },
    lines("Where they part", partingLines(comparison, sides), 4),
    sideBySide("Day by day", comparison.days, sides),
    situationsSideBySide(end, one.history.situation, other.history.situation, sides),
    lines("What differs in the dossier", dossierLines(scenario, one, other, comparison), 4),
  ];
}

function cut({ name, history }: Side, until: number): Side {
  return { name, history: historyUntil(history, until) };
}

function partingLines({ divergence, parted }: Comparison, { one, other, dyad }: Sides): Block {
  if (divergence === undefined) return [];
  const day = dayText(divergence.minute);
  const happens = (name: string, step: Step | undefined): string => {
    if (step === undefined) return `${name}: nothing more`;
    const on = dayText(step.minute);
    return `${name}: ${step.event.id}, ${stepText(step)}${on === day ? "" : `, on ${on}`}`;
  };
  const both = `${happens(one, divergence.one)}; ${happens(other, divergence.other)}.`;
  const first = line(span(`${day}  `, "faint"), both);
  if (parted === undefined) return [first, line("The situation never differs at the end of a day.")];
  const differs = parted.differs.map((turn) => `${regionName(turn.region, dyad)} ${turnText(turn, dyad, "|")}`);
  const second = line(span(`${dayText(parted.day)}  `, "faint"), `the situation differs first: ${differs.join("; ")}.`);
  return [first, second];
}

function stepText({ event }: Step): string {
  return `${whoText(event)} ${actOf(event.act).label.toLowerCase()}`;
}

function dossierLines(scenario: ReplayView["scenario"], one: Side, other: Side, { commitments }: Comparison): Block {
  const [before, after] = [one.history.dossier, other.history.dossier];
  const [met, meeting] = [before.contacts.count, after.contacts.count];
  return [
    ...commitments.vanished.map(({ id, act, by, status }) =>
      line(`commitment ${id} (${act} by ${by}, ${status}) is not made`),
    ),
    ...commitments.appeared.map(({ id, act, by, status }) =>
      line(`commitment ${id} (${act} by ${by}) is made: ${status}`),
    ),
    ...commitments.otherwise.map((pair) =>
      line(`commitment ${pair.one.id} ends otherwise: ${pair.one.status} | ${pair.other.status}`),
    ),
    ...disputeLines(one, other),
    ...casualtyLines(scenario, one, other),
    ...scoreChanges(before, after, scenario.dyad, "|"),
    ...(met === meeting ? [] : [line(`contacts: ${met} | ${meeting}`)]),
  ];
}

function disputeLines(one: Side, other: Side): readonly Line[] {
  const disputeTexts = ({ history }: Side): readonly string[] =>
    disputesIn(claimsOf(history.dossier)).map(({ event, about }) => `${about} of ${event}`);
  const [before, after] = [disputeTexts(one), disputeTexts(other)];
  const [gone, come] = [before.filter((text) => !after.includes(text)), after.filter((text) => !before.includes(text))];
  const texts = [...gone.map((text) => `no dispute about ${text}`), ...come.map((text) => `a dispute about ${text}`)];
  return texts.map((text) => line(span("≠ ", "warn"), text));
}

function casualtyLines(scenario: ReplayView["scenario"], one: Side, other: Side): readonly Line[] {
  const killedByPlace = ({ history }: Side): ReadonlyMap<string, string> =>
    new Map(casualtiesOf(history.dossier).map((place) => [place.in, rangeText(place.killed)]));
  const [before, after] = [killedByPlace(one), killedByPlace(other)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((place) => {
    const [from, to] = [before.get(place) ?? "none", after.get(place) ?? "none"];
    if (from === to) return [];
    const where = place === "?" ? "at a place not given" : `in ${nameOf({ scenario }, place)}`;
    return [line(`killed ${where}, as claimed: ${from} | ${to}`)];
  });
}
