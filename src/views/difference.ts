/** What differs between two moments: the situation, the dossier, and what happened in between. */
import { type Commitment, claimsOf, disputesIn } from "../dossier/index.ts";
import { difference, stepsUntil } from "../history/index.ts";
import { regionNames } from "../machine/index.ts";
import { BLANK, type Block, line, plural, section, span, wrap } from "../render/index.ts";
import { commitmentLines, dossierUntil } from "./dossier.ts";
import { type ReplayView, standText } from "./replay-view.ts";
import { scoreChanges } from "./scores.ts";
import { columnsFor, stepBlock, timelineHead, turnText } from "./timeline.ts";
import { regionName } from "./words.ts";

/** From the end of the earlier day or minute to the end of the later one. */
export function differenceBlock(replay: ReplayView, earlier: number, later: number, columns: number): Block {
  const { history } = replay;
  const { dyad } = history;
  const { steps, situation } = difference(history, stepsUntil(history, earlier), stepsUntil(history, later));
  const unchangedRegions = regionNames.filter((region) => situation.every((change) => change.region !== region));
  const changedLines = situation.map((one) =>
    line(span(regionName(one.region, dyad).padEnd(12), "strong"), turnText(one, dyad)),
  );
  const unchangedLine = line(
    span(`unchanged: ${unchangedRegions.map((region) => regionName(region, dyad)).join(", ")}`, "faint"),
  );
  const widths = columnsFor(steps, columns - 2);
  return [
    line(span(`From ${standText(earlier)} to ${standText(later)}`, "title"), `: ${plural(steps.length, "event")}`),
    ...section("The situation", [
      ...changedLines,
      ...(unchangedRegions.length > 0 ? wrap(unchangedLine, columns - 2, 2) : []),
    ]),
    ...section("The dossier", dossierLines(replay, earlier, later, columns - 2)),
    ...section(
      "What happened",
      steps.length === 0 ? [] : [...timelineHead(widths), ...steps.flatMap((step) => stepBlock(replay, step, widths))],
    ),
    ...(steps.length === 0 ? [BLANK, line("Nothing happened between the two.")] : []),
  ];
}

function dossierLines({ history }: ReplayView, earlier: number, later: number, columns: number): Block {
  const before = dossierUntil(history, earlier);
  const after = dossierUntil(history, later);
  const [earlierClaims, laterClaims] = [claimsOf(before), claimsOf(after)];
  const disputedBefore = new Set(disputesIn(earlierClaims).map(({ event, about }) => `${event} ${about}`));
  const disputes = disputesIn(laterClaims).filter(({ event, about }) => !disputedBefore.has(`${event} ${about}`));
  const claims = laterClaims.length - earlierClaims.length;
  const statuses = new Map(
    Object.values(before.commitments)
      .flat()
      .map((one) => [one.id, one.status]),
  );
  const withNewStatus = (list: readonly Commitment[]) => list.filter(({ id, status }) => statuses.get(id) !== status);
  const { open, suspended, lapsed, ended } = after.commitments;
  const [owedNow, lapsedNow] = [
    { open: withNewStatus(open), suspended: withNewStatus(suspended) },
    { lapsed: withNewStatus(lapsed) },
  ];
  const commitments = { ...owedNow, ...lapsedNow, ended: withNewStatus(ended) };
  return [
    ...(claims > 0 ? [line(plural(claims, "new claim"))] : []),
    ...disputes.map(({ event, about }) => line(span("≠ ", "warn"), `newly disputed: ${about} of ${event}`)),
    ...commitmentLines({ commitments }, history).flatMap((one) => wrap(one, columns, 2)),
    ...scoreChanges(before, after, history.dyad, "→"),
  ];
}
