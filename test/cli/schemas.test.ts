import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import { expect, test } from "vitest";
import { schemas } from "../../src/crisis/data/schemas.ts";
import { crisisWith, demarche, fileWith, flagship, folder } from "../support/cli.ts";
import { ofAll } from "../support/enduring.ts";

const names = Object.keys(schemas);
const broken = fileWith(crisisWith((text) => text.replace("act: recall-ambassador", "act: recal-ambassador")));
const unfaithful = fileWith(crisisWith((text) => text.replace(/^.*id: comeback.*\n/m, "")));

function validator(name: string): ValidateFunction {
  const schema = JSON.parse(readFileSync(`schema/${name}.schema.json`, "utf8"));
  return new Ajv({ strict: false, allErrors: true }).compile(schema);
}

test.each(names)("the published schema %s is the one that the program prints", (name) => {
  expect(JSON.parse(demarche(["schema", name]).out)).toEqual(
    JSON.parse(readFileSync(`schema/${name}.schema.json`, "utf8")),
  );
});

const swept = join(folder(), "swept");
demarche(["sweep", flagship, "--futures", "10", "--points", "20", "--out", swept]);

const kept = join(folder(), "kept.db");
const exported = join(folder(), "kept.jsonl");
demarche(["journal", "init", kept, "--from", flagship]);
demarche(["journal", "export", kept, "--out", exported]);

/** The most costly; the others are tried in test/cli/score.test.ts and test/cli/laws.test.ts in any case. */
const costly: readonly (readonly [string, readonly string[]])[] = [
  ["tournament", ["tournament", flagship, "--futures", "40", "--strategies", "bullying,grit,grim", "--json"]],
  ["score-law", ["score", "law", "../shared/data/mie.csv", "--mid", "../shared/data/mid5.csv", "--json"]],
  ["laws", ["laws", "return-by-consent", "--check", "--json"]],
];

const documents: readonly (readonly [string, readonly string[]])[] = [
  ...ofAll(costly, [["tournament", ["tournament", flagship, "--futures", "3", "--strategies", "grit,grim", "--json"]]]),
  ["replay", ["replay", flagship, "--json"]],
  ["replay", ["replay", unfaithful, "--json"]],
  ["replay", ["replay", flagship, "--until", "course=retaliation", "--json"]],
  ["check", ["check", flagship, unfaithful, broken, "nowhere.yaml", "--format", "json"]],
  ["show", ["show", flagship, "--at", "2024-01-24", "--json"]],
  ["show", ["show", flagship, "--at", "2024-01-24", "--diff", "2024-01-18", "--json"]],
  ["show", ["show", flagship, "--why", "course", "--json"]],
  ["show", ["show", flagship, "--why-not", "restore-relations", "--json"]],
  ["replay", ["replay", flagship, "--what-if", "restraint", "--json"]],
  ["show", ["show", flagship, "--what-if", "second-round", "--json"]],
  ["check", ["check", "scenarios/india-pakistan-2001.yaml", "--format", "json"]],
  ["what-if", ["what-if", flagship, "--json"]],
  ["what-if", ["what-if", flagship, "--edit", "drop accord", "--then", "stop", "--json"]],
  ["what-if-against", ["what-if", flagship, "restraint", "--against", "no-accord", "--json"]],
  ["tournament", ["tournament", flagship, "--strategies", "grit,grim", "--futures", "0", "--json"]],
  ["sweep", ["sweep", flagship, "--futures", "10", "--points", "12", "--json"]],
  ["sweep", ["sweep", flagship, "--from", "reprisal", "--futures", "10", "--points", "12", "--json"]],
  ["explain", ["explain", swept, "--json"]],
  ["explain", ["explain", swept, "--when", "uses-of-force>=4", "--json"]],
  ["laws", ["laws", "--json"]],
  ["acts", ["acts", "--json"]],
  ["journal-show", ["journal", "show", kept, "--json"]],
  ["journal-append", ["journal", "append", kept, "--withdraw", "visit", "--because", "It was another day.", "--json"]],
  ["journal-verify", ["journal", "verify", kept, "--json"]],
  ["journal-import", ["journal", "import", join(folder(), "other.db"), "--from", exported, "--json"]],
];

test.each(documents)("%s: the output of %j is as its schema says, and nothing beside", (name, args) => {
  const valid = validator(name);
  const data = JSON.parse(demarche(args).out);
  expect({ valid: valid(data), errors: valid.errors }).toEqual({ valid: true, errors: null });
  expect(valid({ ...data, surplus: 1 })).toBe(false);
});

test("every line of replay --jsonl is as its schema says", () => {
  const valid = validator("replay-line");
  const lines = demarche(["replay", unfaithful, "--jsonl"]).out.trimEnd().split("\n");
  for (const line of lines)
    expect({ valid: valid(JSON.parse(line)), errors: valid.errors }).toEqual({ valid: true, errors: null });
});

test("every line of journal list --jsonl is as its schema says, and so is every record of an export", () => {
  const valid = validator("journal-record");
  const listed = demarche(["journal", "list", kept, "--jsonl"]).out.trimEnd().split("\n");
  const [, ...records] = readFileSync(exported, "utf8").trimEnd().split("\n");
  expect(records.length).toBe(21);
  for (const line of [...listed, ...records])
    expect({ valid: valid(JSON.parse(line)), errors: valid.errors }).toEqual({ valid: true, errors: null });
});

test("results name what they rest on: the file's bytes and the model", () => {
  const { hash, model } = JSON.parse(demarche(["replay", flagship, "--json"]).out);
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(JSON.parse(demarche(["show", flagship, "--json"]).out)).toMatchObject({ hash, model });
  expect(model).toEqual(JSON.parse(demarche(["acts", "--json"]).out).model);
});
