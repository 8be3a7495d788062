/** What is demanded of futures: how often each contract is violated, and what was expected of outcomes, decided. */
import type { CountedContract, Decided, Followed } from "../../futures/index.ts";
import type { Dyad } from "../../machine/index.ts";
import { formatCount, type Line, line, lines, type Part, span } from "../../render/index.ts";
import { isTime, type Outcome, type OutcomeExpectation, type Scenario } from "../../scenario/index.ts";
import { contractText } from "../findings.ts";
import { dayCount, daysText, numberText, percentText } from "./distribution.ts";

/** How often each contract is violated, and what was expected. */
export function demandsParts(
  { dyad, outcomes }: Pick<Scenario, "dyad" | "outcomes">,
  { contracts, expected, edited }: Followed,
): readonly Part[] {
  const expectationLines = expected.map((one) => decidedLine(one, outcomes[one.expectation.outcome], edited.futures));
  const contractLines = contracts.map((one) => contractLine(one, dyad));
  return [
    lines("Contracts in these futures", contractLines, 4),
    lines("What it expects of these futures", expectationLines, 4),
  ];
}

function contractLine({ contract, breaks, violated, counts }: CountedContract, dyad: Dyad): Line {
  const open = counts.undecided === 0 ? "" : `, undecided at the end of ${formatCount(counts.undecided)} of them`;
  const meantText = breaks ? ", which the what-if says it breaks" : "";
  const claim = `  ${contract.kind} ${contractText(contract, dyad)}${meantText}`;
  return line(span(contract.name, "strong"), span(claim, "faint"), `: violated in ${percentText(violated)}${open}`);
}

const SIGNS = { held: ["✓ ", "good"], failed: ["✗ ", "bad"], undecided: ["? ", "warn"] } as const;

/** What was expected of an outcome, decided, on one line. */
export function decidedLine(
  { expectation, standing, estimate, enough }: Decided,
  outcome: Outcome | undefined,
  futures: number,
): Line {
  const [sign, style] = SIGNS[standing];
  const text = { share: percentText, days: daysText, number: numberText }[unitOf(expectation, outcome)];
  const more = standing === "undecided" ? `, ${enoughText(enough ?? Number.POSITIVE_INFINITY, futures)}` : "";
  const verdictText = `: ${standing}, ${text(estimate)}${more}`;
  return line(span(sign, style), span(expectationText(expectation, outcome), "strong"), verdictText);
}

/** The unit of an expectation of an outcome. */
function unitOf({ measure }: OutcomeExpectation, outcome: Outcome | undefined): "share" | "days" | "number" {
  if (measure === "share") return "share";
  return outcome !== undefined && isTime(outcome) ? "days" : "number";
}

/** `share of envoys-back at least 90 %`. */
export function expectationText(expectation: OutcomeExpectation, outcome: Outcome | undefined): string {
  const { outcome: name, measure, in: states, atLeast, atMost } = expectation;
  const percent = (value: number): string => `${Number((value * 100).toFixed(4))} %`;
  const days = (value: number): string => `${dayCount(value)} d`;
  const number = { share: percent, days, number: String }[unitOf(expectation, outcome)];
  const bounds = [
    ...(atLeast === undefined ? [] : [`at least ${number(atLeast)}`]),
    ...(atMost === undefined ? [] : [`at most ${number(atMost)}`]),
  ];
  const where = states === undefined ? "" : ` in ${states.join(" or ")}`;
  return `${measure} of ${name}${where} ${bounds.join(" and ")}`;
}

function enoughText(enough: number, futures: number): string {
  if (!Number.isFinite(enough)) return "so near a bound that no number of futures is likely to settle it";
  return `a bound lies within the interval; ${formatCount(roundUp(enough))} futures instead of ${formatCount(futures)} would probably settle it`;
}

/** Two figures say all that an estimate of this kind knows. */
function roundUp(count: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(count)) - 1);
  return Math.ceil(count / unit) * unit;
}
