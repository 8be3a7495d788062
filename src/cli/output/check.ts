/** A check as JSON. */
import type * as z from "zod";
import { expectationsOfFutures, remarkCodes } from "../../crisis/index.ts";
import { assumptionsOf } from "../../futures/index.ts";
import type { Remark } from "../../views/index.ts";
import type { CheckedFile } from "../check-file.ts";
import { restingData } from "./assumption.ts";
import { findingData } from "./common.ts";
import { model } from "./model.ts";
import type { checkDocument } from "./schema/documents.ts";

/** All checked files with a summary. */
export function checkData(checked: readonly CheckedFile[]): z.infer<typeof checkDocument> {
  const files = checked.map(({ file, input, scenario, history, remarks, findings }) => ({
    file,
    ...(input === undefined ? {} : { hash: input.hash }),
    ...(scenario === undefined
      ? {}
      : {
          scenario: scenario.name,
          events: scenario.events.length,
          expectations: scenario.expect.length,
          contracts: scenario.contracts.length,
          expectationsOfFutures: expectationsOfFutures(scenario),
          whatIfs: Object.keys(scenario.whatIfs).length,
          ...(Object.keys(scenario.doctrines).length === 0
            ? {}
            : { assumptions: assumptionsOf(scenario).map(restingData) }),
        }),
    problems: remarks.filter(isProblem).map((one) => ({ ...one })),
    findings:
      history === undefined
        ? []
        : findings.map(({ whatIf, ...one }) => ({
            ...findingData(one, history),
            ...(whatIf === undefined ? {} : { whatIf }),
          })),
  }));
  const remarks = checked.flatMap((one) => one.remarks);
  const problems = remarks.filter(isProblem);
  return {
    model: model(),
    files,
    summary: {
      files: files.length,
      errors: problems.filter(({ severity }) => severity === "error").length,
      warnings: problems.filter(({ severity }) => severity === "warning").length,
      unlawful: remarks.filter(({ code }) => code === "unlawful").length,
      findings: checked.reduce((sum, { findings }) => sum + findings.length, 0),
    },
  };
}

/** Whether a remark is about the file and not a finding about its replay. */
function isProblem({ code }: Remark): boolean {
  return !Object.values(remarkCodes).includes(code);
}
