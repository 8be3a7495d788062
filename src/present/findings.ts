/** Findings: what a file expects of its replay, and where the replay is otherwise, with the reason. */
import { actOf, when } from "../events/index.ts";
import type { Step } from "../history/index.ts";
import type { Dyad, Pattern, Region } from "../machine/index.ts";
import type { Finding, Mismatch, Scenario } from "../scenario/index.ts";
import { type Block, type Line, line, span } from "./line.ts";
import { regionKey, stateWord } from "./words.ts";
import { wrap } from "./wrap.ts";

/** What was expected and held, and each finding. */
export function findingsBlock(
  { dyad, expect, never }: Pick<Scenario, "dyad" | "expect" | "never">,
  findings: readonly Finding[],
  columns: number,
): Block {
  const failed = findings.filter(({ kind }) => kind === "expectation").length;
  const violated = findings.length - failed;
  const parts = [
    ...(expect.length > 0 ? [`${expect.length - failed} of ${expect.length} expectations hold`] : []),
    ...(never.length > 0 ? [`${never.length - violated} of ${never.length} invariants hold`] : []),
  ];
  if (parts.length === 0) return [line(span("The file states no expectation and no invariant.", "faint"))];
  const good = findings.length === 0;
  return [
    line(span(good ? "✓ " : "✗ ", good ? "good" : "bad"), parts.join(", ")),
    ...findings.flatMap((one) => findingLines(one, dyad)).flatMap((one) => wrap(one, columns, 4)),
  ];
}

/** A finding in sentences. */
function findingLines(finding: Finding, dyad: Dyad): Block {
  if (finding.kind === "never") return [neverLine(finding, dyad)];
  const { at, mismatches } = finding;
  const moment = when(at).precision === "day" ? `the end of ${at}` : at;
  return mismatches.map((mismatch, k) =>
    line("  ", span(k === 0 ? `expected at ${moment}: ` : "  and ", "bad"), mismatchText(mismatch, dyad)),
  );
}

/** A finding as one sentence of plain text. */
export function findingText(finding: Finding, dyad: Dyad): string {
  return findingLines(finding, dyad)
    .map((one) =>
      one
        .map(({ text }) => text)
        .join("")
        .trim(),
    )
    .join("; ");
}

/** A pattern as the command line writes it: `course=retaliation.war`. */
export function patternText(pattern: Pattern, dyad: Dyad): string {
  const parts: readonly (readonly [string, string | readonly string[]])[] = Object.entries(pattern);
  return parts
    .map(
      ([region, states]) =>
        `${keyOf(region, dyad)}=${[states]
          .flat()
          .map((one) => stateWord(one, dyad))
          .join("|")}`,
    )
    .join(",");
}

function neverLine({ name, pattern, step }: Finding & { kind: "never" }, dyad: Dyad): Line {
  const reached = step === undefined ? "the opening is already there" : `reached with ${stepText(step)}`;
  return line("  ", span(`must never be, ${name}: `, "bad"), `${patternText(pattern, dyad)}, but ${reached}`);
}

function mismatchText({ region, expected, found, since }: Mismatch, dyad: Dyad): string {
  const wanted = [expected]
    .flat()
    .map((state) => stateWord(state, dyad))
    .join(" or ");
  const reason = since === undefined ? "as it was at the opening" : `since ${stepText(since)}`;
  return `${regionKey(region, dyad)} ${wanted}; it is ${stateWord(found, dyad)}, ${reason}`;
}

function stepText({ event }: Step): string {
  return `${event.id} (${actOf(event.act).label}, ${event.at})`;
}

function keyOf(region: string, dyad: Dyad): string {
  return isRegion(region) ? regionKey(region, dyad) : region;
}

function isRegion(text: string): text is Region {
  return text === "missionA" || text === "missionB";
}
