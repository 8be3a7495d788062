/** A test as text: what the file says, what could have been, each counterexample as a replay, and what was reached. */
import { actIds, actOf, formatDuration, MINUTES_PER_DAY } from "../../events/index.ts";
import { editText } from "../../history/index.ts";
import type { Counterexample, Hunted, Witness } from "../../laws/index.ts";
import type { Dyad } from "../../machine/index.ts";
import {
  BLANK,
  type Block,
  formatCount,
  group,
  line,
  lines,
  type Part,
  plural,
  prose,
  type Span,
  section,
  span,
  terminal,
  wrap,
} from "../../render/index.ts";
import { regionKey } from "../../scenario/index.ts";
import { contractText } from "../findings.ts";
import { decidedLine } from "../futures/demands.ts";
import { stopText } from "../replay-view.ts";
import { situationTable } from "../situation.ts";
import { columnsFor, stepBlock, timelineHead } from "../timeline.ts";
import { breakText, minuteOfExample, stepsOfExample, type TestReport, testAgain } from "./report.ts";

/** The whole test. */
export function testBlock(report: TestReport, columns: number): Block {
  const { scenario, result, runs, modelled, seed, statements, followed } = report;
  const futures = modelled === 0 ? 0 : result.futures / modelled;
  const futuresText =
    modelled === 0 ? "" : `, ${formatCount(futures)} futures of each of ${plural(modelled, "what-if")}`;
  const head = `${formatCount(runs)} random what-ifs of the record${futuresText}, seed ${seed}`;
  const expectationLines = [...followed].flatMap(([whatIf, { expected: all, edited }]) =>
    all.map((one) => [
      ...decidedLine(one, scenario.outcomes[one.expectation.outcome], edited.futures),
      span(` (${whatIf})`, "faint"),
    ]),
  );
  const statementLines = statements.map(({ standing, text }) => line(SIGNS[standing], text));
  const meaning =
    "A contract is claimed of the record and of every what-if. Invented histories were tried as well. One that breaks a contract is no mistake of the file: it shows what the contract depends on. --save writes it into the file.";
  return [
    ...terminal(
      [
        prose(`${scenario.title}: tested`, "title"),
        prose(line(head, span(` · purpose: ${scenario.purpose}`, "faint"))),
        lines("What the file says of itself", [...statementLines, ...expectationLines], 4),
        group("What could have been", ...result.claims.flatMap((one) => claimParts(one, report)), ...lawParts(result)),
      ],
      columns,
    ),
    ...result.claims.flatMap(({ claim, counterexample }) =>
      counterexample === undefined ? [] : exampleBlock(claim.name, counterexample, report, columns),
    ),
    ...terminal([group("What was reached", ...reachParts(report)), group("How to read it", prose(meaning))], columns),
  ];
}

const SIGNS = {
  held: span("✓ ", "good"),
  broken: span("✗ ", "bad"),
  failed: span("✗ ", "bad"),
  undecided: span("? ", "warn"),
  unjudged: span("· ", "faint"),
  known: span("· ", "faint"),
} as const satisfies Readonly<Record<string, Span>>;

function claimParts(hunted: Hunted, tested: TestReport): readonly Part[] {
  const { claim, standing, whatIf, times, witness, counterexample } = hunted;
  if (claim.kind === "law" && standing === "held") return [];
  const { dyad } = tested.scenario;
  const claimLabel =
    claim.kind === "law" ? "  a law" : `  ${claim.contract.kind} ${contractText(claim.contract, dyad)}`;
  const all = witness?.histories ?? 0;
  const of = all === 0 ? "" : ` of ${formatCount(all)} histories`;
  const knownText = standing === "known" ? `, as ${whatIf ?? "a what-if"} says` : "";
  const fate =
    standing === "held"
      ? `held in all ${formatCount(all)} histories`
      : `broken in ${formatCount(times)}${of}${knownText}`;
  const alone = standing === "broken" && counterexample === undefined;
  return [
    prose(
      line(signOf(claim, standing), span(claim.name, "strong"), span(claimLabel, "faint"), `: ${fate}`),
      undefined,
      4,
    ),
    ...(witness === undefined ? [] : [prose(`    ${witnessText(witness, claim, dyad)}`, "faint", 6)]),
    ...(alone ? [prose(`    how, see: ${testAgain(claim.name, tested)}`, "faint", 6)] : []),
  ];
}

/** A contract that is broken in a history that never was is no mistake, and gets no cross. */
function signOf({ kind }: Hunted["claim"], standing: Hunted["standing"]): Span {
  return kind === "contract" && standing === "broken" ? SIGNS.known : SIGNS[standing];
}

function witnessText({ asked, near, nearest, slowest }: Witness, claim: Hunted["claim"], { a, b }: Dyad): string {
  if (claim.kind === "contract" && claim.contract.kind === "leads-to") {
    if (asked === 0) return "never put to the test: nothing that it answers to ever happened";
    const testedText = `put to the test ${formatCount(asked)} times`;
    if (slowest === undefined) return `${testedText}; never answered`;
    return `${testedText}; the longest answer took ${formatDuration(dayOrMinute(slowest))}`;
  }
  if (nearest === undefined) return "it was never one valid act away";
  const { step, act } = nearest;
  const where = step === undefined ? "at the opening" : `after ${step.event.id} (${step.event.at})`;
  const by = { a, b, both: "both", other: "another" }[act.by];
  return `one valid act away at ${formatCount(near)} moments, first ${where}: ${act.type} by ${by}`;
}

/** Long times to the day. */
function dayOrMinute(minutes: number): number {
  return minutes < 2 * MINUTES_PER_DAY ? minutes : Math.round(minutes / MINUTES_PER_DAY) * MINUTES_PER_DAY;
}

function lawParts({ claims }: TestReport["result"]): readonly Part[] {
  const laws = claims.filter(({ claim }) => claim.kind === "law");
  const held = laws.filter(({ standing }) => standing === "held").length;
  const sign = held === laws.length ? SIGNS.held : SIGNS.broken;
  if (laws.length === 0) return [];
  return [prose(line(sign, `${held} of ${laws.length} laws of the system held`), undefined, 4)];
}

function exampleBlock(name: string, one: Counterexample, report: TestReport, columns: number): Block {
  const { scenario } = report;
  const { written, before, found, history } = one;
  const [inner, minute, steps] = [columns - 2, minuteOfExample(one), stepsOfExample(one)];
  const widths = columnsFor(steps, inner);
  const stepLines = steps.flatMap((step) => stepBlock({ scenario }, step, widths));
  const remainder = "there these are needed: without any one of them the contract holds.";
  const shrunk = written === undefined ? "" : ` Of ${before} edits ${remainder}`;
  const { number, whatIf } = found;
  const where = whatIf === undefined ? `Found as random what-if ${number}` : `Found in future ${number} of ${whatIf}`;
  return section(`How ${name} could have been broken`, [
    ...(written?.edits ?? []).flatMap((edit) => wrap(line(`  ${editInWords(edit)}`), inner, 6)),
    ...(written === undefined ? [] : [line(`  then: ${written.then}`)]),
    ...(stepLines.length === 0 ? [] : [BLANK, ...timelineHead(widths), ...stepLines]),
    ...terminal(
      [
        prose(""),
        prose(breakText(one), "bad", 2),
        situationTable({ scenario, history, until: minute }, `Where it stood then, ${stopText(minute)}`),
        prose(""),
        prose(`${where}.${shrunk}`, "faint"),
        prose(line(span("Again: ", "faint"), testAgain(name, report)), undefined, 4),
      ],
      inner,
    ),
  ]);
}

function editInWords(edit: Parameters<typeof editText>[0]): string {
  if (edit.kind !== "add" && edit.kind !== "replace") return editText(edit);
  const { act, at, from } = edit.event;
  const what = `${act} by ${from.join(" and ")}`;
  return edit.kind === "add" ? `add ${edit.event.id}: ${what}, ${at}` : `replace ${edit.id} with ${what}`;
}

function reachParts({ result, places, scenario }: TestReport): readonly Part[] {
  const { histories, situations, acts, moves, rules } = result.coverage;
  const [reached, all] = [[...acts.keys()], actIds].map((ids) => ids.filter((act) => actOf(act).class !== "clock"));
  const counts = [...moves]
    .map(([region, transitions]) => `${regionKey(region, scenario.dyad)} ${transitions.size}`)
    .join(", ");
  const text = `${formatCount(histories)} histories: ${reached?.length} of ${all?.length} acts, ${formatCount(situations)} situations, transitions by region: ${counts}.`;
  const never = span("Rules that never led to an act: ", "warn");
  const led = result.futures === 0 ? [] : [...rules];
  const idle = led.flatMap(([code, hits]) =>
    hits.flatMap((count, k) => (count > 0 ? [] : [`${code} ${k + 1} (line ${places.rule(code, k)?.line ?? 0})`])),
  );
  return [
    prose(text, undefined, 2),
    ...(idle.length === 0 ? [] : [prose(line(never, idle.join(", ")), undefined, 2)]),
    prose("--coverage shows the file with counts beside its lines.", "faint", 2),
  ];
}
