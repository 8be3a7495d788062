/** What differs between two moments: the situation, the dossier, and what happened in between. */
import { type Commitment, claimsOf, disputesIn } from "../dossier/index.ts";
import { difference, stepsUntil } from "../history/index.ts";
import { regionNames } from "../machine/index.ts";
import { BLANK, type Block, type Line, line, section, span, wrap } from "../render/index.ts";
import { plural } from "./diagnostics.ts";
import { commitmentLines, dossierUntil } from "./dossier.ts";
import { signed } from "./scores.ts";
import { standText, type Telling } from "./telling.ts";
import { columnsFor, stepBlock, timelineHead } from "./timeline.ts";
import { regionName, stateText } from "./words.ts";

/** From the end of the earlier day or minute to the end of the later one. */
export function differenceBlock(telling: Telling, earlier: number, later: number, columns: number): Block {
  const { history } = telling;
  const { dyad } = history;
  const { steps, situation } = difference(history, stepsUntil(history, earlier), stepsUntil(history, later));
  const same = regionNames.filter((region) => situation.every((change) => change.region !== region));
  const changed = situation.map(({ region, from, to }) =>
    line(
      span(regionName(region, dyad).padEnd(12), "strong"),
      `${stateText(region, from, dyad)} → ${stateText(region, to, dyad)}`,
    ),
  );
  const unchanged = line(span(`unchanged: ${same.map((region) => regionName(region, dyad)).join(", ")}`, "faint"));
  const widths = columnsFor(steps, columns - 2);
  return [
    line(span(`From ${standText(earlier)} to ${standText(later)}`, "title"), `: ${plural(steps.length, "event")}`),
    ...section("The situation", [...changed, ...(same.length > 0 ? wrap(unchanged, columns - 2, 2) : [])]),
    ...section("The dossier", dossierLines(telling, earlier, later, columns - 2)),
    ...section(
      "What happened",
      steps.length === 0 ? [] : [...timelineHead(widths), ...steps.flatMap((step) => stepBlock(telling, step, widths))],
    ),
    ...(steps.length === 0 ? [BLANK, line("Nothing happened between the two.")] : []),
  ];
}

function dossierLines({ history }: Telling, earlier: number, later: number, columns: number): Block {
  const before = dossierUntil(history, earlier);
  const after = dossierUntil(history, later);
  const known = new Set(disputesIn(claimsOf(before)).map(({ event, about }) => `${event} ${about}`));
  const disputes = disputesIn(claimsOf(after)).filter(({ event, about }) => !known.has(`${event} ${about}`));
  const claims = claimsOf(after).length - claimsOf(before).length;
  const statuses = new Map(
    Object.values(before.commitments).flatMap((list) => list.map((one) => [one.id, one.status] as const)),
  );
  const moved = (status: string, id: string): boolean => statuses.get(id) !== status;
  const changed = (list: readonly Commitment[]) => list.filter(({ id, status }) => moved(status, id));
  const { open, suspended, lapsed, ended } = after.commitments;
  const commitments = {
    open: changed(open),
    suspended: changed(suspended),
    lapsed: changed(lapsed),
    ended: changed(ended),
  };
  return [
    ...(claims > 0 ? [line(plural(claims, "new claim"))] : []),
    ...disputes.map(({ event, about }) => line(span("≠ ", "warn"), `newly disputed: ${about} of ${event}`)),
    ...commitmentLines({ commitments }, history).flatMap((one) => wrap(one, columns, 2)),
    ...scoreChange(`${history.dyad.a} → ${history.dyad.b}`, before.scores.aToB.goldstein, after.scores.aToB.goldstein),
    ...scoreChange(`${history.dyad.b} → ${history.dyad.a}`, before.scores.bToA.goldstein, after.scores.bToA.goldstein),
  ];
}

function scoreChange(direction: string, before: number, after: number): readonly Line[] {
  if (before === after) return [];
  return [line(`Goldstein sum ${direction}: ${signed(before)} → ${signed(after)}`)];
}
