/** SARIF: the address of a file is one that names the file, whatever it is called. */
import { expect, test } from "vitest";
import { sarifLog } from "../../src/crisis/data/sarif.ts";

function uriOf(file: string): string | undefined {
  const place = { line: 1, column: 1, endLine: 1, endColumn: 2 };
  const remark = { ...place, file, path: "", code: "empty", severity: "error", message: "It is empty." } as const;
  const [run] = sarifLog([{ remarks: [remark] }], "1.0.0").runs;
  return run?.results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri;
}

test.each([
  ["a/b.yaml", "a/b.yaml"],
  ["a b.yaml", "a%20b.yaml"],
  ["crisis.db#iran", "crisis.db%23iran"],
  ["what?.yaml", "what%3F.yaml"],
  ["12:30.yaml", "./12:30.yaml"],
  ["a/12:30.yaml", "a/12:30.yaml"],
  ["C:\\crises\\a.yaml", "file:///C:/crises/a.yaml"],
  ["postgres://host/db", "postgres://host/db"],
])("%s is %s", (file, uri) => {
  expect(uriOf(file)).toBe(uri);
});
