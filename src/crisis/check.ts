/** Checking: everything that can be said about a scenario, for every output format. */
import { actOf } from "../events/index.ts";
import { doubtTexts, type History, historyOf, type Step } from "../history/index.ts";
import { nth, type Problem } from "../problem/index.ts";
import {
  type ContractVerdict,
  type EvaluatedWhatIf,
  evaluateWhatIf,
  type Finding,
  judgeHistory,
  type Place,
  type Places,
  recordOf,
  type Scenario,
} from "../scenario/index.ts";
import { findingText, type Remark, undecidedText } from "../views/index.ts";
import { readingOf, type ScenarioSource } from "./open.ts";

/** What was found out about a scenario. */
export interface Checked {
  readonly history: History;
  /** Events that the law does not allow, findings, what is undecided, and what is doubtful about what-ifs, in this order. */
  readonly remarks: readonly Remark[];
  /** Of the record, and of each what-if under its name. */
  readonly findings: readonly CheckedFinding[];
}

/** A finding, with the what-if that it is about where it is not about the record. */
export type CheckedFinding = Finding & { readonly whatIf?: string };

/** Replays a scenario and its what-ifs, and says everything that there is to say about them, each at its place. */
function check(scenario: Scenario, places: Places, file: string): Checked {
  const read = { scenario, places };
  const record = recordOf(scenario);
  const history = historyOf(record);
  const { findings: found, besides } = judgeHistory(scenario, history);
  // One what-if after another; only its remarks and findings are kept.
  const evaluated = Object.keys(scenario.whatIfs).map((name) => {
    const one = evaluateWhatIf(scenario, name, record);
    const findings = one.findings.map((finding): CheckedFinding => ({ ...finding, whatIf: name }));
    return { remarks: whatIfRemarks(one, read, file), findings };
  });
  const voids = history.steps.filter(({ verdict }) => verdict === "void");
  const remarks = [
    ...voids.map((step) => voidRemark(step, read, file)),
    ...history.steps.flatMap((step) => summonsRemark(step, read, file)),
    ...found.map((one) => findingRemark(one, read, file)),
    ...besides.map((one) => undecidedRemark(one, read, file)),
    ...evaluated.flatMap((one) => one.remarks),
  ];
  return { history, remarks, findings: [...found, ...evaluated.flatMap((one) => one.findings)] };
}

/** What was found out about one file. */
export interface CheckedFile<Input = ScenarioSource>
  extends Partial<Pick<Checked, "history">>,
    Pick<Checked, "findings"> {
  /** What it is called in messages: a journal by its name, without user and password. */
  readonly file: string;
  /** What was read; absent where nothing could be. */
  readonly input?: Input;
  readonly scenario?: Scenario;
  /** All relations that the file follows, the main one first; each remark is about one of them. */
  readonly relations?: readonly Scenario[];
  /** Diagnostics first, then what the check says. */
  readonly remarks: readonly Remark[];
}

/** Reads and checks a source: what is wrong with it as a file, then what the check says. */
export function checkSource<Input extends ScenarioSource>(input: Input): CheckedFile<Input> {
  const { file } = input;
  const { scenario, relations = [], places, diagnostics } = readingOf(input);
  if (scenario === undefined || places === undefined) return { file, input, findings: [], remarks: diagnostics };
  const checked = mergeChecks(relations.map((one) => check(one, places, file)));
  return { file, input, scenario, relations, ...checked, remarks: [...diagnostics, ...checked.remarks] };
}

/** The checks of all relations of a file, each remark once. A what-if is doubtful only where it is so in all of them. */
function mergeChecks(all: readonly Checked[]): Checked {
  const main = nth(all, 0);
  if (all.length === 1) return main;
  const key = ({ code, path, message }: Remark): string => `${code} ${path} ${message}`;
  const counts = new Map<string, number>();
  for (const one of all.flatMap(({ remarks }) => remarks)) counts.set(key(one), (counts.get(key(one)) ?? 0) + 1);
  const remarks = all
    .flatMap((one) => one.remarks)
    .filter((one) => one.severity !== "warning" || counts.get(key(one)) === all.length);
  const once = [...new Map(remarks.map((one) => [key(one), one])).values()];
  return { history: main.history, remarks: once, findings: all.flatMap(({ findings }) => findings) };
}

/** A file that could not be read, as one that was checked: that is a remark, too. */
export function unreadable(file: string, { message }: Pick<Problem, "message">): CheckedFile<never> {
  const problem = { code: "unreadable", severity: "error", message } as const;
  return { file, findings: [], remarks: [remark(undefined, problem, file, "")] };
}

/** How many expectations of outcomes a scenario has: only futures can tell whether they hold. */
export function expectationsOfFutures({ whatIfs }: Pick<Scenario, "whatIfs">): number {
  return Object.values(whatIfs).reduce((sum, { expectOutcomes }) => sum + expectOutcomes.length, 0);
}

/** A scenario, and the places of its parts in the file. */
interface PlacedScenario {
  readonly scenario: Scenario;
  readonly places: Places;
}

const START = { line: 1, column: 1, endLine: 1, endColumn: 1 };

/** `here`, or the two parties where the file follows several relations. */
function whereText({ relations, dyad }: Scenario): string {
  return relations.length < 2 ? "here" : `between ${dyad.a} and ${dyad.b}`;
}

/** A remark at a place of a file; at its beginning where the place is not known. */
function remark(
  at: Place | undefined,
  content: Pick<Remark, "code" | "severity" | "message" | "expected">,
  file: string,
  path: string,
): Remark {
  return { ...(at ?? START), ...content, file, path };
}

function voidRemark({ event, reasons }: Step, { places, scenario }: PlacedScenario, file: string): Remark {
  const why = reasons.map(({ sentence, remedy }) => `${sentence} What would give it effect: ${remedy}`).join(" ");
  const what = `${event.id} (${actOf(event.act).label}, ${event.at})`;
  const message = `${what} is void ${whereText(scenario)} and changes nothing. ${why}`;
  return remark(places.event(event.id, "id"), { code: "void", severity: "note", message }, file, event.id);
}

function findingRemark(finding: Finding, { scenario, places }: PlacedScenario, file: string): Remark {
  const at =
    finding.kind === "expectation"
      ? places.expectation(finding.index, keyOf(finding))
      : (places.event(writtenEvent(finding) ?? "", "id") ?? places.contract(finding.name, "name"));
  const message = `${findingText(finding, scenario.dyad)}.`;
  const path = finding.kind === "expectation" ? `expect[${finding.index}]` : finding.name;
  return remark(at, { code: remarkCodes[finding.kind], severity: "error", message }, file, path);
}

/** The key of an expectation that does not hold: the first of them. */
function keyOf({ mismatches: [first] }: Extract<Finding, { readonly kind: "expectation" }>): string {
  if (first === undefined) return "verdict";
  return first.region.startsWith("mission") ? "missions" : first.region;
}

/** An envoy is called in whom nobody has sent: the mission is closed, or there are no relations. */
function summonsRemark({ event, before }: Step, { scenario, places }: PlacedScenario, file: string): readonly Remark[] {
  const [from] = event.from;
  const mission = from === scenario.dyad.a ? before.missionB : before.missionA;
  const isOfParties = [scenario.dyad.a, scenario.dyad.b].includes(from ?? "") && event.from.length === 1;
  if (event.act !== "summon-envoy" || !isOfParties || mission !== "closed") return [];
  const message = `${event.id} calls in an envoy, but the other party has no mission there.`;
  const expected = "a protest by another way (lodge-protest), or a mission that is open";
  const problem = { code: "no-envoy", severity: "warning", message, expected } as const;
  return [remark(places.event(event.id, "act"), problem, file, event.id)];
}

/** The code of each kind of finding. */
export const remarkCodes: Readonly<Record<Finding["kind"], string>> = {
  expectation: "expectation-failed",
  never: "never-violated",
  always: "always-violated",
  "leads-to": "leads-to-violated",
  kept: "contract-kept",
};

/** What can't be said yet of the record: the time for an answer is not over when the window closes. */
function undecidedRemark(one: ContractVerdict, { scenario, places }: PlacedScenario, file: string): Remark {
  const { name } = one.contract;
  const message = `${undecidedText(one, scenario.dyad)}.`;
  return remark(places.contract(name, "name"), { code: "contract-undecided", severity: "note", message }, file, name);
}

/** What is doubtful about a what-if, and where it is not as it expects itself to be. */
function whatIfRemarks({ name, whatIf, doubts, findings: found }: EvaluatedWhatIf, read: PlacedScenario, file: string) {
  const path = `what-if.${name}`;
  const places = read.places.whatIf(name);
  const doubtful = doubts.map(({ code, message, index }): Remark => {
    const place = index === undefined ? undefined : places.edit(index);
    const at = index === undefined ? path : `${path}.edit[${index}]`;
    const advised = `${message} ${doubtTexts[code].mend}`;
    return { ...(place ?? places.name), code, severity: "warning", message: advised, file, path: at };
  });
  const failed = found.map((one): Remark => {
    const own = one.kind !== "expectation" && whatIf.contracts.some((other) => other.name === one.name);
    const where =
      one.kind === "expectation" ? places.expectation(one.index, keyOf(one)) : places.contract(one.name, "name");
    const at = one.kind === "expectation" ? `expect[${one.index}]` : own ? `${one.kind}.${one.name}` : one.name;
    const base = findingRemark(one, read, file);
    const ofFile = one.kind !== "expectation" && one.kind !== "kept" && !own;
    const message = ofFile
      ? `${base.message} Where that is meant, the what-if says breaks: [${one.name}].`
      : base.message;
    return { ...base, message, ...(where ?? places.name), path: `${path}.${at}` };
  });
  return [...doubtful, ...failed];
}

/** The event that a finding is about, or what made the clock write it. */
function writtenEvent(finding: Finding): string | undefined {
  const event = "step" in finding ? finding.step?.event : undefined;
  return event?.source === "clock" ? (event.because[0] ?? event.id) : event?.id;
}
