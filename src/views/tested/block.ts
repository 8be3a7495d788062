/** A test, told: what the file says, what could have been, each counterexample as a replay, and what was reached. */
import { formatDuration, MINUTES_PER_DAY } from "../../events/index.ts";
import { changes } from "../../history/index.ts";
import type { Dyad } from "../../machine/index.ts";
import { BLANK, type Block, type Line, line, span, wrap } from "../../render/index.ts";
import { plural } from "../diagnostics.ts";
import { section, situationLines } from "../ending.ts";
import { contractText } from "../findings.ts";
import { decidedLine } from "../futures/demands.ts";
import { stopText } from "../telling.ts";
import { columnsFor, stepBlock, timelineHead } from "../timeline.ts";
import type { ToldClaim, ToldCounterexample, ToldReach, ToldSaying, ToldTest, ToldWitness } from "./told.ts";

/** The whole test. */
export function testBlock(told: ToldTest, columns: number): Block {
  const { scenario, runs, futures, modelled, seed, sayings, expected, claims, laws, reach } = told;
  const count = (number: number): string => number.toLocaleString("en");
  const looked = modelled === 0 ? "" : `, ${count(futures)} futures of each of ${plural(modelled, "what-if")}`;
  const head = `${count(runs)} random what-ifs of the record${looked}, seed ${seed}`;
  const inner = columns - 2;
  return [
    ...wrap(line(span(`${scenario.title}: tested`, "title")), columns),
    ...wrap(line(head, span(` · purpose: ${scenario.purpose}`, "faint")), columns),
    ...section("What the file says of itself", [
      ...sayings.flatMap((one) => wrap(sayingLine(one), inner, 4)),
      ...expected.flatMap(({ whatIf, decided, futures: number }) =>
        wrap(
          [
            ...decidedLine(decided, scenario.outcomes[decided.expectation.outcome], number),
            span(` (${whatIf})`, "faint"),
          ],
          inner,
          4,
        ),
      ),
    ]),
    ...section("What could have been", [
      ...claims.flatMap((one) => claimBlock(one, scenario.dyad, inner)),
      ...lawLines(laws, claims, inner),
    ]),
    ...claims.flatMap((one) =>
      one.counterexample === undefined ? [] : exampleBlock(one, one.counterexample, told, columns),
    ),
    ...section("What was reached", reachLines(reach, inner)),
    ...section(
      "How to read it",
      wrap(
        line(
          "A contract is claimed of the record and of every what-if. Beyond them, histories that never were were tried: what breaks a contract there is no mistake of the file, it is what the contract hangs on. Keep it with --save, and the file knows of it.",
        ),
        inner,
      ),
    ),
  ];
}

const SIGNS = {
  held: ["✓ ", "good"],
  failed: ["✗ ", "bad"],
  undecided: ["? ", "warn"],
  unjudged: ["· ", "faint"],
} as const;

function sayingLine({ standing, text }: ToldSaying): Line {
  const [sign, style] = SIGNS[standing];
  return line(span(sign, style), text);
}

function claimBlock(
  { name, contract, standing, whatIf, times, witness, alone }: ToldClaim,
  dyad: Dyad,
  columns: number,
): Block {
  if (contract === undefined && standing === "held") return [];
  const claim = contract === undefined ? "  a law" : `  ${contract.kind} ${contractText(contract, dyad)}`;
  const all = witness?.histories ?? 0;
  const sign =
    standing === "held" ? span("✓ ", "good") : standing === "known" ? span("· ", "faint") : span("✗ ", "bad");
  const of = all === 0 ? "" : ` of ${all.toLocaleString("en")} histories`;
  const fate =
    standing === "held"
      ? `held in all ${all.toLocaleString("en")} histories`
      : `broken in ${times.toLocaleString("en")}${of}${standing === "known" ? `, as ${whatIf ?? "a what-if"} says` : ""}`;
  return [
    ...wrap(line(sign, span(name, "strong"), span(claim, "faint"), `: ${fate}`), columns, 4),
    ...(witness === undefined
      ? []
      : wrap(line(span(`    ${witnessText(witness, contract?.kind === "leads-to")}`, "faint")), columns, 6)),
    ...(alone === undefined ? [] : wrap(line(span(`    how, see: ${alone}`, "faint")), columns, 6)),
  ];
}

function witnessText({ asked, near, nearest, slowest }: ToldWitness, responds: boolean): string {
  if (responds) {
    if (asked === 0) return "never put to the test: what it answers to never began";
    const longest =
      slowest === undefined ? "never answered" : `the longest answer took ${formatDuration(dayOrMinute(slowest))}`;
    return `put to the test ${asked.toLocaleString("en")} times; ${longest}`;
  }
  if (nearest === undefined) return "at no moment was it one valid act away";
  const where =
    nearest.step === undefined ? "at the opening" : `after ${nearest.step.event.id} (${nearest.step.event.at})`;
  return `one valid act away at ${near.toLocaleString("en")} moments, first ${where}: ${nearest.act}`;
}

/** Long times to the day. */
function dayOrMinute(minutes: number): number {
  return minutes < 2 * MINUTES_PER_DAY ? minutes : Math.round(minutes / MINUTES_PER_DAY) * MINUTES_PER_DAY;
}

function lawLines({ held, all }: ToldTest["laws"], claims: readonly ToldClaim[], columns: number): Block {
  if (all === 0) return [];
  const broken = claims.filter(({ contract, standing }) => contract === undefined && standing !== "held").length;
  return wrap(
    line(span(broken === 0 ? "✓ " : "✗ ", broken === 0 ? "good" : "bad"), `${held} of ${all} laws of the system held`),
    columns,
    4,
  );
}

function exampleBlock({ name }: ToldClaim, one: ToldCounterexample, { scenario }: ToldTest, columns: number): Block {
  const { edits, then, before, found, history, steps, minute, what, again } = one;
  const inner = columns - 2;
  const widths = columnsFor(steps, inner);
  const told = steps.flatMap((step) => stepBlock({ scenario }, step, widths));
  const stood = situationLines({ scenario, history, until: minute }, inner - 2);
  const shrunk =
    then === undefined ? "" : ` Of ${before} edits there these are left: without any one of them it holds.`;
  return section(`How ${name} could have been broken`, [
    ...edits.flatMap((edit) => wrap(line(`  ${edit}`), inner, 6)),
    ...(then === undefined ? [] : [line(`  then: ${then}`)]),
    ...(told.length === 0 ? [] : [BLANK, ...timelineHead(widths), ...told]),
    BLANK,
    ...wrap(line(span(what, "bad")), inner, 2),
    ...section(`Where it stood then, ${stopText(minute)}`, stood),
    BLANK,
    ...wrap(line(span(`${found}.${shrunk}`, "faint")), inner),
    ...wrap(line(span("Again: ", "faint"), again), inner, 4),
  ]);
}

function reachLines({ histories, acts, situations, moves, idle }: ToldReach, columns: number): Block {
  const [reached, all] = acts;
  const counts = moves.map(([region, count]) => `${region} ${count}`).join(", ");
  const text = `${histories.toLocaleString("en")} histories: ${reached} of ${all} acts, ${situations.toLocaleString("en")} situations, transitions by region: ${counts}.`;
  return [
    ...wrap(line(text), columns, 2),
    ...(idle.length === 0
      ? []
      : wrap(line(span("Rules that never led to an act: ", "warn"), idle.join(", ")), columns, 2)),
    ...wrap(line(span("--coverage shows the file with counts beside its lines.", "faint")), columns, 2),
  ];
}

/** Whether a step is worth telling of a counterexample: it changed something, or was no event of the record. */
export function isTelling({
  before,
  after,
  verdict,
}: {
  before: Parameters<typeof changes>[0];
  after: Parameters<typeof changes>[1];
  verdict: string;
}): boolean {
  return verdict === "void" || changes(before, after).length > 0;
}
