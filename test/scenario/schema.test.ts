import { readdirSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { scenarioJsonSchema } from "../../src/scenario/index.ts";
import { base, read } from "../support/scenario.ts";
import { expectReadAlike } from "../support/yaml-versions.ts";

const schema = scenarioJsonSchema();
const validate = new Ajv({ allErrors: true, strict: false }).compile(schema);
const shipped = readdirSync("scenarios", { recursive: true, encoding: "utf8" }).filter((name) =>
  name.endsWith(".yaml"),
);

test("the committed schema is the one made from the code: npm run schema renews it", () => {
  expect(JSON.parse(readFileSync("schema/scenario.schema.json", "utf8"))).toEqual(JSON.parse(JSON.stringify(schema)));
});

describe.each(shipped)("%s", (name) => {
  const text = readFileSync(`scenarios/${name}`, "utf8");

  test("is valid against the schema, by ajv", () => {
    expect(validate(parse(text)) ? [] : validate.errors).toEqual([]);
  });

  test("reads the same under YAML 1.1 and 1.2", () => {
    expectReadAlike(text);
  });
});

test.each([
  ["an unknown key", "purpose: teaching", "purpose: teaching\ntitel: x"],
  ["a misspelt act", "act: recall-ambassador", "act: recal-ambassador"],
  ["a field of another act", "act: strike\n", "act: strike\n    terms: [{ act: visit, by: PAK }]\n"],
  ["an act without its own field", "act: recall-ambassador", "act: issue-ultimatum"],
  ["an event of the record without a source", "    cite: press\n    claims:", "    claims:"],
  ["a missing then", "    then: prune\n", ""],
  ["a date in another form", 'at: "2024-01-16"', 'at: "16 January 2024"'],
])("what the reader refuses for its shape, the schema refuses too: %s", (_, part, by) => {
  const text = base.replace(part, by);
  expect(validate(parse(text))).toBe(false);
  expect(read(text).scenario).toBeUndefined();
});

test("the small scenario is valid against the schema", () => {
  expect(validate(parse(base)) ? [] : validate.errors).toEqual([]);
});

test("an event that an edit adds is invented, and may cite nothing", () => {
  const added = '{ add: { id: salvo, at: "2024-01-18", act: strike, from: PAK, to: IRN } }';
  const text = base.replace("- drop: strike", `- ${added}`);
  expect(validate(parse(text)) ? [] : validate.errors).toEqual([]);
  expect(read(text).diagnostics).toEqual([]);
  const [edit] = read(text).scenario?.whatIfs["calm"]?.edits ?? [];
  expect(edit).toMatchObject({ kind: "add", event: { id: "salvo", cite: [] } });
});

test("an editor is offered each act with what it can't do without, and told who may do it", () => {
  const { defaultSnippets, properties } = Object(Object(schema["definitions"])["event"]);
  const bodies = new Map(defaultSnippets.map(({ label, body }: { label: string; body: object }) => [label, body]));
  expect(bodies.get("agree")).toMatchObject({ from: ["$3", "$4"], terms: [{}], cite: "$5" });
  expect(bodies.get("issue-ultimatum")).toHaveProperty("deadline");
  expect([...bodies.keys()]).toEqual(properties.act.enum);
  const mediate = properties.act.enum.indexOf("mediate");
  expect(properties.act.enumDescriptions[mediate]).toMatch(/Done by: a third state or organisation\.$/);
});
