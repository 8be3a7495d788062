/** A what-if beside the record: what was changed, what it does to later events, and where both lead. */
import { casualtiesOf } from "../../dossier/index.ts";
import {
  type ComparedDay,
  type Comparison,
  editText,
  type History,
  type Reached,
  type Step,
} from "../../history/index.ts";
import { type Dyad, regionNames } from "../../machine/index.ts";
import { type Document, type Part, prose, type TableCell, table } from "../../render/index.ts";
import type { Scenario, Supposed } from "../../scenario/index.ts";
import { rangeText } from "../claims.ts";
import { signed } from "../scores.ts";
import { dayText, momentText, nameOf } from "../telling.ts";
import { policyMeanings } from "../what-if/index.ts";
import { regionName, stateText, whoText } from "../words.ts";
import { actText } from "./words.ts";

/** A what-if beside the record: its books, where they part and how both end. */
export function comparedDocument(
  scenario: Scenario,
  record: History,
  supposed: Supposed,
  comparison: Comparison,
): Document {
  return {
    title: `What if: ${supposed.whatIf.because ?? supposed.name}`,
    parts: [...booksOf(supposed, comparison), ...meetings(scenario, record, supposed, comparison)],
  };
}

function booksOf({ branch, whatIf }: Supposed, { unfit }: Comparison): readonly Part[] {
  const gone = branch.then === "keep" ? "they stand all the same" : "they are gone";
  return [
    prose(`Later events: then ${whatIf.then}, ${policyMeanings[whatIf.then]}.`),
    table(
      "What was changed",
      ["Edit", "In the record", "Here"],
      branch.changes.map(({ edit, before, after }) => [
        editText(edit),
        before === undefined ? "—" : `${before.at} ${actText(before)}, ${whoText(before)}`,
        after === undefined ? "—" : `${after.at} ${actText(after)}, ${whoText(after)}`,
      ]),
    ),
    reachedTable(`Orphaned: a cause is lost, and ${gone}`, branch.orphaned),
    reachedTable("Reopened: they stand on a cause that is not what it was", branch.reopened),
    table(
      "Void here, and not in the record",
      ["Event", "Date", "Act", "Why"],
      unfit.map(({ event, reasons }) => [
        event.id,
        event.at,
        `${actText(event)}, ${whoText(event)}`,
        reasons.map(({ sentence, rule }) => `${sentence} (${rule})`).join("\n"),
      ]),
    ),
  ];
}

function reachedTable(caption: string, reached: readonly Reached[]): Part {
  const rows = reached.map(({ event, through }): readonly TableCell[] => [
    event.id,
    event.at,
    `${actText(event)}, ${whoText(event)}`,
    through,
  ]);
  return table(caption, ["Event", "Date", "Act", "Its cause"], rows);
}

function meetings(
  scenario: Scenario,
  record: History,
  { name, history }: Supposed,
  comparison: Comparison,
): readonly Part[] {
  const { dyad } = scenario;
  const { divergence, days } = comparison;
  if (divergence === undefined) return [prose("Nothing differs from the record.")];
  const until = Math.min(record.now, history.now);
  const heads = ["Region", "The record", name, "Differs"];
  const ends = regionNames.map((region): readonly TableCell[] => {
    const [one, other] = [record.situation[region], history.situation[region]].map((state) =>
      stateText(region, state, dyad),
    );
    return [
      regionName(region, dyad),
      one ?? "",
      other ?? "",
      one === other ? "no" : { text: "≠ differs", tone: "warn" },
    ];
  });
  return [
    table(
      `Day by day from ${dayText(divergence.minute)}, where they part`,
      ["Day", "The record", name, "Where they stand differently at its end"],
      days.filter(({ day }) => day <= until).map((day) => dayRow(day, dyad)),
    ),
    table(
      history.now < record.now
        ? `How they stand: the record at its end, ${name} at ${momentText(history.now)}, where it is handed over`
        : "How both end",
      heads,
      ends,
    ),
    table(
      "What differs in the dossier",
      ["What", "The record", name],
      dossierRows(scenario, record, history, comparison),
    ),
  ];
}

function dayRow({ day, one, other, differs }: ComparedDay, dyad: Dyad): readonly TableCell[] {
  const happened = (steps: readonly Step[]): string =>
    steps
      .map(
        ({ event, verdict }) =>
          `${event.id}: ${actText(event)}, ${whoText(event)}${verdict === "void" ? " (✗ void)" : ""}`,
      )
      .join("\n") || "—";
  const apart = differs.map(
    ({ region, from, to }) =>
      `${regionName(region, dyad)}: ${stateText(region, from, dyad)} | ${stateText(region, to, dyad)}`,
  );
  return [dayText(day), happened(one.steps), happened(other.steps), apart.join("\n") || "—"];
}

function dossierRows(
  scenario: Scenario,
  record: History,
  history: History,
  { commitments }: Comparison,
): readonly (readonly TableCell[])[] {
  const { a, b } = scenario.dyad;
  const killed = (one: History): ReadonlyMap<string, string> =>
    new Map(casualtiesOf(one.dossier).map((place) => [place.in, rangeText(place.killed)]));
  const [before, after] = [killed(record), killed(history)];
  const rows: (readonly [string, string, string])[] = [
    ...commitments.vanished.map(
      ({ id, act, by, status }) => [`commitment ${id}: ${act} by ${by}`, status, "not made"] as const,
    ),
    ...commitments.appeared.map(
      ({ id, act, by, status }) => [`commitment ${id}: ${act} by ${by}`, "not made", status] as const,
    ),
    ...commitments.otherwise.map(
      ({ one, other }) => [`commitment ${one.id}: ${one.act} by ${one.by}`, one.status, other.status] as const,
    ),
    ...[...new Set([...before.keys(), ...after.keys()])].map(
      (place) =>
        [
          `killed in ${place === "?" ? "a place not said" : nameOf({ scenario }, place)}, as claimed`,
          before.get(place) ?? "none",
          after.get(place) ?? "none",
        ] as const,
    ),
    ...(["aToB", "bToA"] as const).map(
      (way) =>
        [
          `Goldstein sum ${way === "aToB" ? `${a} → ${b}` : `${b} → ${a}`}`,
          signed(record.dossier.scores[way].goldstein),
          signed(history.dossier.scores[way].goldstein),
        ] as const,
    ),
  ];
  return rows.filter(([, one, other]) => one !== other);
}
