/** The dossier: what is claimed and disputed, casualties as ranges, commitments and scores. */
import {
  type Casualties,
  type Commitment,
  type CommitmentStatus,
  casualtiesOf,
  claimsOf,
  type Dossier,
  disputesIn,
  type Figures,
  type Toll,
} from "../dossier/index.ts";
import { measureKinds } from "../events/index.ts";
import { dossierAfter, type History, stepsUntil } from "../history/index.ts";
import { nth } from "../problem/index.ts";
import {
  type Document,
  type Item,
  type Line,
  line,
  lines,
  list,
  type Part,
  type Style,
  span,
  type TableCell,
  table,
} from "../render/index.ts";
import { claimText, rangeText, sideLines } from "./claims.ts";
import { type CrisisAtMoment, momentText, nameOf, type ReplayView, stopText } from "./replay-view.ts";
import { scoresPart } from "./scores.ts";
import { situationTable } from "./situation.ts";

/** The dossier at the last minute of a crisis. */
export function dossierDocument(crisis: CrisisAtMoment): Document {
  const [, ...others] = dossierParts(crisis);
  const title = `${crisis.scenario.title}: the dossier at ${crisis.moment}`;
  return { title, parts: [claimsTable(dossierUntil(crisis.history, crisis.until), crisis.scenario), ...others] };
}

/** Everything about one moment: the situation, and what the dossier holds. */
export function endingParts(replay: ReplayView, title = `Where it ended, ${stopText(replay.until)}`): readonly Part[] {
  return [situationTable(replay, title), ...dossierParts(replay)];
}

/** What is disputed, then casualties, commitments and scores. */
function dossierParts(replay: ReplayView): readonly Part[] {
  const dossier = dossierUntil(replay.history, replay.until);
  const casualties = casualtiesOf(dossier).map((one) => casualtyItem(replay, one));
  return [
    { ...list("What is disputed", disputeItems(replay, dossier)), as: "lines", step: 4, hang: 5 },
    { ...list("Casualties, as claimed", casualties, "none claimed so far"), as: "lines" },
    lines("What stands", measureLines(dossier, replay), 2, "nothing"),
    lines("Commitments", commitmentLines(dossier, replay.history), 2, "none so far"),
    ...(dossier.truces.length === 0 ? [] : [lines("Truces", truceLines(dossier, replay), 2)]),
    scoresPart(replay, dossier),
  ];
}

/** The dossier as it stood at the end of a minute. */
export function dossierUntil(history: History, until: number): Dossier {
  const count = stepsUntil(history, until);
  return count === history.steps.length ? history.dossier : dossierAfter(history, count);
}

function claimsTable(dossier: Dossier, { dyad: { a, b } }: CrisisAtMoment["scenario"]): Part {
  const claims = claimsOf(dossier);
  const disputed = new Set(disputesIn(claims).map(({ event, about }) => `${event} ${about}`));
  const others = [...new Set(claims.map(({ by }) => by))].filter((by) => by !== a && by !== b);
  const parties = [a, b, ...others];
  const groups = [...Map.groupBy(claims, ({ event, about }) => `${event} ${about}`)];
  return table(
    "What is claimed, side by side",
    ["Event", "About", ...parties.map((code) => `${code} says`), "Disputed"],
    groups.map(([key, group]): readonly TableCell[] => [
      nth(group, 0).event,
      nth(group, 0).about,
      ...parties.map((code) => group.flatMap((one) => (one.by === code ? [claimText(one)] : [])).join("\n") || "—"),
      disputed.has(key) ? span("≠ disputed", "warn") : "no",
    ]),
    "nothing so far",
  );
}

/** What each dispute is about, and under it what each side says. */
function disputeItems({ history }: Pick<ReplayView, "history">, dossier: Dossier): readonly Item[] {
  const steps = new Map(history.steps.map(({ event }) => [event.id, event]));
  return disputesIn(claimsOf(dossier)).map((dispute) => {
    const event = steps.get(dispute.event);
    const where = event === undefined ? "" : ` (${event.at.slice(0, 10)})`;
    const text = line(span("≠ ", "warn"), span(`${dispute.about} of ${dispute.event}`, "warn"), span(where, "faint"));
    return { text, below: sideLines(dispute).map((side) => ({ text: side })) };
  });
}

function casualtyItem(replay: ReplayView, { in: place, tolls, ...sums }: Casualties): Item {
  const where = place === "?" ? "place not given" : nameOf(replay, place);
  const text = line(span(`in ${where}: `, "strong"), figuresText(sums));
  return { text, below: tolls.map((toll) => ({ text: tollLine(toll) })) };
}

function tollLine({ event, by, counts, parts, ...sums }: Toll): Line {
  const [only, second] = counts;
  const whole = second === undefined && only !== undefined ? countsText([only]) : figuresText(sums);
  const added = second === undefined ? "" : ` = ${countsText(counts, " + ")}`;
  const among = parts.length === 0 ? "" : `; of them ${countsText(parts)}`;
  return line(span(`${event}, `, "faint"), span(by, "strong"), `: ${whole}${added}${among}`);
}

/** Figures, each with the people that it counts. */
function countsText(counts: readonly Figures[], between = ", "): string {
  return counts.map((count) => figuresText(count) + (count.of === undefined ? "" : ` (${count.of})`)).join(between);
}

/** How many were killed, injured and captured; what may be none at most is left out. */
function figuresText({ killed, injured, captured }: Pick<Toll, "killed" | "injured" | "captured">): string {
  const figures = Object.entries({ killed, injured, captured }).filter(([, [, most]]) => most > 0);
  return figures.map(([what, range]) => `${rangeText(range)} ${what}`).join(", ") || "none";
}

const STATUSES: Readonly<Record<CommitmentStatus, { sign: string; style: Style }>> = {
  pending: { sign: "…", style: "warn" },
  kept: { sign: "✓", style: "good" },
  "kept late": { sign: "✓", style: "warn" },
  suspended: { sign: "‖", style: "warn" },
  lapsed: { sign: "✗", style: "bad" },
};

/** A line for each measure that stands: what, by whom, since when and by which event. */
function measureLines(
  { measures }: Pick<Dossier, "measures">,
  scenario: Pick<ReplayView, "scenario">,
): readonly Line[] {
  return measures.map(({ kind, by, since, event, count, until }) => {
    const { label, holds } = measureKinds[kind];
    const many = count === undefined ? "" : ` (${rangeText(count)})`;
    const last = until === undefined ? "" : ` until ${until}`;
    const whose = ` by ${nameOf(scenario, by)}, since ${momentText(since)}${last}`;
    const notes = ` (${event})${holds ? "; holds the clock" : ""}`;
    return line(span("▪ ", "warn"), span(`${label}${many}`, "strong"), whose, span(notes, "faint"));
  });
}

/** A line for each truce: what made it, and who broke it. */
function truceLines({ truces }: Pick<Dossier, "truces">, scenario: Pick<ReplayView, "scenario">): readonly Line[] {
  return truces.map(({ event, brokenBy }) => {
    if (brokenBy === undefined) return line(span("‖ ", "good"), `not broken by force (${event})`);
    const who = brokenBy.by.map((code) => nameOf(scenario, code)).join(" and ");
    return line(span("✗ ", "bad"), `broken by ${who} (${brokenBy.event})`, span(` made by ${event}`, "faint"));
  });
}

/** A line for each commitment: how it ended and when, what was owed by whom. */
export function commitmentLines(
  { commitments: { open, suspended, lapsed, ended } }: Pick<Dossier, "commitments">,
  history: History,
): readonly Line[] {
  return [...ended, ...lapsed, ...suspended, ...open].map((one) => {
    const { status, act, by, before, event, doneBy } = one;
    const { sign, style } = STATUSES[status];
    const deadline = before === undefined ? "" : ` by ${before}`;
    const done = !status.startsWith("kept") && doneBy.length > 0 ? `; done by ${doneBy.join(", ")}` : "";
    return line(
      span(`${sign} ${status}`, style),
      `${endDayText(one, history)}: ${act} owed by ${by}${deadline}`,
      span(` (${event})${done}`, "faint"),
    );
  });
}

function endDayText({ id, status }: Commitment, { steps }: History): string {
  if (status === "pending" || status === "suspended") return "";
  const end = steps.findLast(({ event }) => "commitment" in event && event.commitment === id);
  return end === undefined ? "" : ` ${momentText(end.minute)}`;
}
