/** What differs between two moments: the situation, the dossier, and what happened in between. */
import { type Commitment, claimsOf, disputesIn } from "../dossier/index.ts";
import { difference, stepsUntil } from "../history/index.ts";
import { regionNames } from "../machine/index.ts";
import { BLANK, type Block, line, section, span, wrap } from "../render/index.ts";
import { plural } from "./diagnostics.ts";
import { commitmentLines, dossierUntil } from "./dossier.ts";
import { scoreChanges } from "./scores.ts";
import { standText, type Telling } from "./telling.ts";
import { columnsFor, stepBlock, timelineHead, turnText } from "./timeline.ts";
import { regionName } from "./words.ts";

/** From the end of the earlier day or minute to the end of the later one. */
export function differenceBlock(telling: Telling, earlier: number, later: number, columns: number): Block {
  const { history } = telling;
  const { dyad } = history;
  const { steps, situation } = difference(history, stepsUntil(history, earlier), stepsUntil(history, later));
  const same = regionNames.filter((region) => situation.every((change) => change.region !== region));
  const changed = situation.map((one) =>
    line(span(regionName(one.region, dyad).padEnd(12), "strong"), turnText(one, dyad)),
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
  const [earlierClaims, laterClaims] = [claimsOf(before), claimsOf(after)];
  const known = new Set(disputesIn(earlierClaims).map(({ event, about }) => `${event} ${about}`));
  const disputes = disputesIn(laterClaims).filter(({ event, about }) => !known.has(`${event} ${about}`));
  const claims = laterClaims.length - earlierClaims.length;
  const statuses = new Map(
    Object.values(before.commitments)
      .flat()
      .map((one) => [one.id, one.status]),
  );
  const changed = (list: readonly Commitment[]) => list.filter(({ id, status }) => statuses.get(id) !== status);
  const { open, suspended, lapsed, ended } = after.commitments;
  const [owed, late] = [{ open: changed(open), suspended: changed(suspended) }, { lapsed: changed(lapsed) }];
  const commitments = { ...owed, ...late, ended: changed(ended) };
  return [
    ...(claims > 0 ? [line(plural(claims, "new claim"))] : []),
    ...disputes.map(({ event, about }) => line(span("≠ ", "warn"), `newly disputed: ${about} of ${event}`)),
    ...commitmentLines({ commitments }, history).flatMap((one) => wrap(one, columns, 2)),
    ...scoreChanges(before, after, history.dyad, "→"),
  ];
}
