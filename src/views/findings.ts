/** Findings: what a file expects of its replay, and where the replay is otherwise, with the reason. */
import { actOf, formatDuration, when } from "../events/index.ts";
import type { Step } from "../history/index.ts";
import type { Dyad, Pattern, Region } from "../machine/index.ts";
import { type Block, type Line, line, type Part, prose, span, textOf } from "../render/index.ts";
import {
  type BrokenContract,
  type Contract,
  type ContractVerdict,
  type Demands,
  type Finding,
  type Mismatch,
  regionKey,
  type Scenario,
  stateWord,
} from "../scenario/index.ts";
import { stopText } from "./replay-view.ts";

/** How many expectations and contracts hold, and each finding. */
export function findingsParts(
  { dyad, expect, contracts }: Demands & Pick<Scenario, "dyad">,
  findings: readonly Finding[],
  besides: readonly ContractVerdict[] = [],
): readonly Part[] {
  const failed = findings.filter(({ kind }) => kind === "expectation").length;
  const violated = findings.length - failed;
  const claimed = contracts.length;
  const waiting = besides.filter(({ standing }) => standing === "undecided");
  const open = waiting.length > 0 ? `, ${waiting.length} undecided` : "";
  const parts = [
    ...(expect.length > 0 ? [`${expect.length - failed} of ${expect.length} expectations hold`] : []),
    ...(claimed > 0 ? [`${claimed - violated - waiting.length} of ${claimed} contracts hold${open}`] : []),
  ];
  if (parts.length === 0) return [prose("The file states no expectation and no contract.", "faint")];
  const good = findings.length === 0;
  return [
    prose(line(span(good ? "✓ " : "✗ ", good ? "good" : "bad"), parts.join(", ")), undefined, 2),
    ...[
      ...findings.flatMap((one) => findingLines(one, dyad)),
      ...waiting.map((one) => undecidedLine(one, dyad)),
      ...besides.filter(({ standing }) => standing === "violated").map((one) => meantLine(one, dyad)),
    ].map((one) => prose(one, undefined, 4)),
  ];
}

/** A finding in sentences. */
function findingLines(finding: Finding, dyad: Dyad): Block {
  if (finding.kind === "kept")
    return [line("  ", span(`not broken, although the what-if says that it is: ${finding.name}`, "bad"))];
  if (finding.kind !== "expectation") return [brokenLine(finding, dyad)];
  const { at, mismatches, verdicts } = finding;
  const wrong = [
    ...mismatches.map((mismatch) => mismatchText(mismatch, dyad)),
    ...verdicts.map(({ event, expected, found }) =>
      found === "absent" ? `${event} did not happen` : `${event} is ${found} and not ${expected}`,
    ),
  ];
  return wrong.map((text, k) => line("  ", span(k === 0 ? `expected${momentWords(at)}: ` : "  and ", "bad"), text));
}

/** When something was expected: at the end of a day, at a minute, after an event; nothing where it is of verdicts alone. */
function momentWords(at: string): string {
  if (at === "" || at.startsWith("after ")) return at === "" ? "" : ` ${at}`;
  return ` at ${when(at).precision === "day" ? `the end of ${at}` : at}`;
}

/** A finding as one sentence of plain text. */
export function findingText(finding: Finding, dyad: Dyad): string {
  return findingLines(finding, dyad)
    .map((one) => textOf(one).trim())
    .join("; ");
}

/** What a history does not say yet of a contract, as one sentence of plain text. */
export function undecidedText(verdict: ContractVerdict, dyad: Dyad): string {
  return textOf(undecidedLine(verdict, dyad)).trim();
}

/** A pattern as the command line writes it: `course=retaliation.war`. */
export function patternText(pattern: Pattern, dyad: Dyad): string {
  const parts = Object.entries(pattern) as readonly (readonly [Region, string | readonly string[]])[];
  return parts.map(([region, states]) => `${regionKey(region, dyad)}=${wordsOf(states, dyad, "|")}`).join(",");
}

function wordsOf(states: string | readonly string[], dyad: Dyad, between: string): string {
  return [states]
    .flat()
    .map((one) => stateWord(one, dyad))
    .join(between);
}

/** A contract in the words of the file: what must never be, must always be, or must lead to what. */
export function contractText(contract: Contract, dyad: Dyad): string {
  if (contract.kind !== "leads-to") return patternText(contract.pattern, dyad);
  const { from, to, within } = contract;
  return `${patternText(from, dyad)} to ${patternText(to, dyad)} within ${formatDuration(within)}`;
}

const DEMANDS: Readonly<Record<Contract["kind"], string>> = {
  never: "must never be",
  always: "must always be",
  "leads-to": "must lead",
};

function brokenLine({ contract, step, due }: BrokenContract, dyad: Dyad): Line {
  const head = span(`${DEMANDS[contract.kind]}, ${contract.name}: `, "bad");
  return line("  ", head, `${contractText(contract, dyad)}, but ${breachText(contract, step, due)}`);
}

function breachText({ kind }: Contract, step: Step | undefined, due: number | undefined): string {
  if (kind === "never") return step === undefined ? "the opening is already there" : `reached with ${stepText(step)}`;
  if (kind === "always") return step === undefined ? "the opening is not there" : `left with ${stepText(step)}`;
  return `${begunText(step)} and nothing came of it by ${stopText(due ?? 0)}`;
}

function meantLine({ contract, step, due }: ContractVerdict, dyad: Dyad): Line {
  const breach = `${contractText(contract, dyad)}, ${breachText(contract, step, due)}`;
  return line("  ", span(`broken, as the what-if says, ${contract.name}: `, "warn"), breach);
}

function undecidedLine({ contract, step, due }: ContractVerdict, dyad: Dyad): Line {
  const { name } = contract;
  const still = `${contractText(contract, dyad)}; ${begunText(step)}, and there is time until ${stopText(due ?? 0)}`;
  return line("  ", span(`undecided, ${name}: `, "warn"), still);
}

function begunText(step: Step | undefined): string {
  return step === undefined ? "it began with the opening" : `it began with ${stepText(step)}`;
}

function mismatchText({ region, expected, found, since }: Mismatch, dyad: Dyad): string {
  const reason = since === undefined ? "as it was at the opening" : `since ${stepText(since)}`;
  return `${regionKey(region, dyad)} ${wordsOf(expected, dyad, " or ")}; it is ${stateWord(found, dyad)}, ${reason}`;
}

function stepText({ event }: Step): string {
  return `${event.id} (${actOf(event.act).label}, ${event.at})`;
}
