/** A checked file: everything there is to say about it, whatever the format it is said in. */
import { actOf } from "../events/index.ts";
import type { History, Step } from "../history/index.ts";
import { findingText, type Remark } from "../present/index.ts";
import { type Finding, findings, readScenario, replayScenario, type Scenario } from "../scenario/index.ts";
import { UsageError } from "./exit.ts";
import { type Input, readInput } from "./input.ts";

/** What was found out about one file. */
export interface Checked {
  readonly file: string;
  readonly input?: Input;
  readonly scenario?: Scenario;
  readonly history?: History;
  /** Diagnostics, unlawful events and findings, in this order. */
  readonly remarks: readonly Remark[];
  readonly findings: readonly Finding[];
}

/** Reads, replays and judges one file. What can't be read is a remark too. */
export async function checkFile(name: string): Promise<Checked> {
  const input = await readInput(name).catch(refusal);
  if (input instanceof UsageError) {
    return {
      file: name,
      findings: [],
      remarks: [{ ...START, code: "unreadable", severity: "error", message: input.message, file: name, path: "" }],
    };
  }
  const { scenario, diagnostics } = readScenario(input.text, { file: input.file });
  if (scenario === undefined) return { file: name, input, findings: [], remarks: diagnostics };
  const history = replayScenario(scenario);
  const found = findings(scenario, history);
  const unlawful = history.steps.filter(({ verdict }) => verdict === "unlawful");
  const remarks = [
    ...diagnostics,
    ...unlawful.map((step) => unlawfulRemark(step, scenario, input.file)),
    ...found.map((one) => findingRemark(one, scenario, input.file)),
  ];
  return { file: name, input, scenario, history, remarks, findings: found };
}

const START = { line: 1, column: 1, endLine: 1, endColumn: 1 };

function refusal(error: unknown): UsageError {
  if (error instanceof UsageError) return error;
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
  return {
    ...(finding.kind === "never"
      ? placeOf(writtenEvent(finding.step), scenario)
      : lineAt(scenario.expectLines[finding.index])),
    code: finding.kind === "never" ? "never-violated" : "expectation-failed",
    severity: "error",
    message: `${findingText(finding, scenario.dyad)}.`,
    file,
    path: finding.kind === "never" ? finding.name : `expect[${finding.index}]`,
  };
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
