/** A check as data. */
import * as z from "zod/mini";
import { assumptionsOf } from "../../futures/index.ts";
import type { Scenario } from "../../scenario/index.ts";
import { described } from "../../schema/index.ts";
import type { Remark } from "../../views/index.ts";
import { type CheckedFile, expectationsOfFutures, remarkCodes } from "../check.ts";
import { modelVersion } from "../model.ts";
import { type Data, finding, findingData, model, resting, restingData } from "./common.ts";

const count = z.int();

const diagnostic = z.strictObject({
  code: z.string(),
  severity: z.enum(["error", "warning", "note"]),
  message: z.string(),
  file: z.string(),
  path: z.string(),
  line: count,
  column: count,
  endLine: count,
  endColumn: count,
  expected: z.optional(z.string()),
  suggestion: z.optional(z.string()),
});

export const checkDocument = z.strictObject({
  model,
  files: z.array(
    z.strictObject({
      file: z.string(),
      hash: z.optional(z.string()),
      scenario: z.optional(z.string()),
      events: z.optional(count),
      expectations: z.optional(count),
      contracts: z.optional(count),
      expectationsOfFutures: described(z.optional(count), "Only futures tell: what-if and test run them"),
      whatIfs: z.optional(count),
      assumptions: described(z.optional(z.array(resting)), "What futures under the file's doctrines rest on"),
      problems: z.array(diagnostic),
      findings: z.array(z.strictObject({ ...finding.shape, whatIf: z.optional(z.string()) })),
    }),
  ),
  summary: z.strictObject({ files: count, errors: count, warnings: count, void: count, findings: count }),
});

export function checkData(
  checked: readonly CheckedFile<{ readonly hash: string }>[],
  version: string,
): Data<typeof checkDocument> {
  const remarks = checked.flatMap((one) => one.remarks);
  const problems = remarks.filter(isProblem);
  return {
    model: modelVersion(version),
    files: checked.map(({ file, input, scenario, history, remarks: own, findings }) => ({
      file,
      hash: input?.hash,
      ...(scenario && countsOf(scenario)),
      problems: own.filter(isProblem),
      findings:
        history === undefined ? [] : findings.map(({ whatIf, ...one }) => ({ ...findingData(one, history), whatIf })),
    })),
    summary: {
      files: checked.length,
      errors: problems.filter(({ severity }) => severity === "error").length,
      warnings: problems.filter(({ severity }) => severity === "warning").length,
      void: remarks.filter(({ code }) => code === "void").length,
      findings: checked.reduce((sum, { findings }) => sum + findings.length, 0),
    },
  };
}

function countsOf(scenario: Scenario) {
  const { name, events, expect, contracts, whatIfs, doctrines } = scenario;
  return {
    scenario: name,
    events: events.length,
    expectations: expect.length,
    contracts: contracts.length,
    expectationsOfFutures: expectationsOfFutures(scenario),
    whatIfs: Object.keys(whatIfs).length,
    assumptions: Object.keys(doctrines).length === 0 ? undefined : assumptionsOf(scenario).map(restingData),
  };
}

/** Whether a remark is about the file and not a finding about its replay. */
function isProblem({ code }: Remark): boolean {
  return !Object.values(remarkCodes).includes(code);
}
