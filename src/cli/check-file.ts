/** Checking a file: read, replayed and judged, with a remark where it can't be. */
import type { CheckedFile } from "../crisis/data/check.ts";
import { check } from "../crisis/index.ts";
import { Problem } from "../problem/index.ts";
import { readScenario } from "../scenario/index.ts";
import type { Remark } from "../views/index.ts";
import { calledIn, readInput } from "./input.ts";

const START = { line: 1, column: 1, endLine: 1, endColumn: 1 };

/** Reads and checks one file. What can't be read is a remark too. */
export async function checkFile(name: string): Promise<CheckedFile> {
  const input = await readInput(name).catch(refusal);
  if (input instanceof Problem) {
    const file = await calledIn(name);
    const remark: Remark = { ...START, code: "unreadable", severity: "error", message: input.message, file, path: "" };
    return { file, findings: [], remarks: [remark] };
  }
  const { file } = input;
  const { scenario, places, diagnostics } = input.reading ?? readScenario(input.text, { file });
  if (scenario === undefined || places === undefined) return { file, input, findings: [], remarks: diagnostics };
  const checked = check(scenario, places, file);
  return { file, input, scenario, ...checked, remarks: [...diagnostics, ...checked.remarks] };
}

function refusal(error: unknown): Problem {
  if (error instanceof Problem) return error;
  throw error;
}
