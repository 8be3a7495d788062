/** The signs of the lexer that reading knows are those that it gives. */
import { expect, test } from "vitest";
import { CST } from "yaml";
import { MARKS, SCALAR } from "../../../src/scenario/yaml/tokens.ts";

test("the marks between lexemes are yaml's own", () => {
  expect(SCALAR).toBe(CST.SCALAR);
  expect([...MARKS]).toEqual([CST.DOCUMENT, CST.FLOW_END, CST.SCALAR]);
});
