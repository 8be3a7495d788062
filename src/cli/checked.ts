/** A checked file: everything there is to say about it, whatever the format it is said in. */

import { actOf } from "../events/index.ts";
import { doubtTexts, type History, historyOf, type Step } from "../history/index.ts";
import { findingText, type Remark, undecidedText } from "../present/index.ts";
import { Problem } from "../problem/index.ts";
import {
  besides,
  type ContractVerdict,
  disagreement,
  type Finding,
  findings,
  forgedText,
  readScenario,
  recordOf,
  type Scenario,
  type Supposed,
  suppose,
} from "../scenario/index.ts";
import { calledIn, type Input, readInput } from "./input.ts";

/** What was found out about one file. */
export interface Checked {
  /** What it is called in messages: a journal by its name, without user and password. */
  readonly file: string;
  readonly input?: Input;
  readonly scenario?: Scenario;
  readonly history?: History;
  /** Diagnostics, unlawful events and findings, in this order. */
  readonly remarks: readonly Remark[];
  /** Of the record, and of each what-if under its name. */
  readonly findings: readonly CheckedFinding[];
}

/** A finding, with the what-if that it is about where it is not about the record. */
export type CheckedFinding = Finding & { readonly whatIf?: string };

/** Reads, replays and judges one file. What can't be read is a remark too. */
export async function checkFile(name: string): Promise<Checked> {
  const input = await readInput(name).catch(refusal);
  if (input instanceof Problem) {
    const file = await calledIn(name);
    return {
      file,
      findings: [],
      remarks: [{ ...START, code: "unreadable", severity: "error", message: input.message, file, path: "" }],
    };
  }
  const { file } = input;
  const { scenario, diagnostics } = readScenario(input.text, { file });
  if (scenario === undefined) return { file, input, findings: [], remarks: diagnostics };
  const odd = input.facts === undefined ? undefined : disagreement(scenario, input.facts);
  if (odd !== undefined) {
    const message = `${input.file}: ${forgedText(odd)}.`;
    const forged: Remark = {
      ...placeOf(odd, scenario),
      code: "forged",
      severity: "error",
      message,
      file,
      path: odd,
    };
    return { file, input, findings: [], remarks: [...diagnostics, forged] };
  }
  const record = recordOf(scenario);
  const history = historyOf(record);
  const found = findings(scenario, history);
  // One what-if after the other: of each only what is to be said about it is kept.
  const supposed = Object.keys(scenario.whatIfs).map((name) => {
    const one = suppose(scenario, name, record);
    return { remarks: supposedRemarks(one, scenario, file), findings: findingsOf(one) };
  });
  const unlawful = history.steps.filter(({ verdict }) => verdict === "unlawful");
  const remarks = [
    ...diagnostics,
    ...unlawful.map((step) => unlawfulRemark(step, scenario, file)),
    ...found.map((one) => findingRemark(one, scenario, file)),
    ...besides(scenario, history).map((one) => undecidedRemark(one, scenario, file)),
    ...supposed.flatMap((one) => one.remarks),
  ];
  const all = [...found, ...supposed.flatMap((one) => one.findings)];
  return { file, input, scenario, history, remarks, findings: all };
}

/** How many expectations of outcomes a scenario has: only futures can tell whether they hold. */
export function ofFutures({ whatIfs }: Pick<Scenario, "whatIfs">): number {
  return Object.values(whatIfs).reduce((sum, { expectOutcomes }) => sum + expectOutcomes.length, 0);
}

const START = { line: 1, column: 1, endLine: 1, endColumn: 1 };

function refusal(error: unknown): Problem {
  if (error instanceof Problem) return error;
  throw error;
}

function unlawfulRemark({ event, reasons }: Step, scenario: Scenario, file: string): Remark {
  const why = reasons.map(({ sentence, remedy }) => `${sentence} What would make it lawful: ${remedy}`).join(" ");
  return {
    ...placeOf(event.id, scenario),
    code: "unlawful",
    severity: "note",
    message: `${event.id} (${actOf(event.act).label}, ${event.at}) is unlawful here and changes nothing. ${why}`,
    file,
    path: event.id,
  };
}

function findingRemark(finding: Finding, scenario: Scenario, file: string): Remark {
  const at = finding.kind === "expectation" ? undefined : placeOf(writtenEvent(stepOf(finding)), scenario);
  return {
    ...(finding.kind === "expectation"
      ? lineAt(scenario.expectLines[finding.index])
      : at === START || at === undefined
        ? lineAt(contractLine(finding.name, scenario))
        : at),
    code: remarkCodes[finding.kind],
    severity: "error",
    message: `${findingText(finding, scenario.dyad)}.`,
    file,
    path: finding.kind === "expectation" ? `expect[${finding.index}]` : finding.name,
  };
}

/** The code under which each kind of finding is told. */
export const remarkCodes: Readonly<Record<Finding["kind"], string>> = {
  expectation: "expectation-failed",
  never: "never-violated",
  always: "always-violated",
  "leads-to": "leads-to-violated",
  kept: "contract-kept",
};

function stepOf(finding: Finding): Step | undefined {
  return "step" in finding ? finding.step : undefined;
}

function contractLine(name: string, { contracts, contractLines }: Scenario): number | undefined {
  return contractLines[contracts.findIndex((one) => one.name === name)];
}

/** What can't be said yet of the record: the time for an answer is not over when the window closes. */
function undecidedRemark(one: ContractVerdict, scenario: Scenario, file: string): Remark {
  return {
    ...lineAt(contractLine(one.contract.name, scenario)),
    code: "contract-undecided",
    severity: "note",
    message: `${undecidedText(one, scenario.dyad)}.`,
    file,
    path: one.contract.name,
  };
}

function findingsOf({ name, findings: found }: Supposed): readonly CheckedFinding[] {
  return found.map((one) => ({ ...one, whatIf: name }));
}

/** What is doubtful about a what-if, and where it is not as it expects itself to be. */
function supposedRemarks({ name, whatIf, doubts, findings: found }: Supposed, scenario: Scenario, file: string) {
  const path = `what-if.${name}`;
  const doubtful = doubts.map(({ code, message, index }): Remark => {
    const place = index === undefined ? undefined : whatIf.editPlaces[index];
    const at = index === undefined ? path : `${path}.edit[${index}]`;
    const advised = `${message} ${doubtTexts[code].mend}`;
    return { ...(place ?? whatIf.place), code, severity: "warning", message: advised, file, path: at };
  });
  const failed = found.map((one): Remark => {
    const own = one.kind === "expectation" ? -1 : whatIf.contracts.findIndex((other) => other.name === one.name);
    const where = one.kind === "expectation" ? whatIf.expectPlaces[one.index] : whatIf.contractPlaces[own];
    const at = one.kind === "expectation" ? `expect[${one.index}]` : own < 0 ? one.name : `${one.kind}.${one.name}`;
    return { ...findingRemark(one, scenario, file), ...(where ?? whatIf.place), path: `${path}.${at}` };
  });
  return [...doubtful, ...failed];
}

/** The event of a step, or what made the clock write it. */
function writtenEvent(step: Step | undefined): string | undefined {
  const event = step?.event;
  return event?.source === "clock" ? (event.because[0] ?? event.id) : event?.id;
}

function placeOf(id: string | undefined, { lines }: Scenario): typeof START {
  return lineAt(id === undefined ? undefined : lines[id]);
}

function lineAt(line: number | undefined): typeof START {
  return line === undefined ? START : { line, column: 1, endLine: line, endColumn: 1 };
}
