/** What other systems make of lines: CRLF, a byte order mark, blank lines at the end, UTF-16. Every door takes them. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { encodeLike } from "../../src/problem/index.ts";
import { demarche, folder } from "../support/cli.ts";

const place = folder();
const program = (args: readonly string[], input = "") => demarche(args, { cwd: place, input });

const FORMS: readonly (readonly [string, (text: string) => string | Uint8Array])[] = [
  ["CRLF", (text) => text.replaceAll("\n", "\r\n")],
  ["a byte order mark", (text) => `\ufeff${text}`],
  ["blank lines at the end", (text) => `${text}\n\r\n\n`],
  ["UTF-16", (text) => encodeLike(Uint8Array.of(0xff, 0xfe), `\ufeff${text}`)],
];
const ofPipes = FORMS.filter(([name]) => name !== "UTF-16").map(
  ([name, form]) => [name, (text: string) => String(form(text))] as const,
);

beforeAll(() => {
  program(["journal", "init", "case.db", "--from", "iran-pakistan-2024"]);
  program(["journal", "export", "case.db", "--out", "case.jsonl"]);
  program(["journal", "export", "case.db", "--format", "cloudevents", "--out", "case.json"]);
  program(["new", "small"]);
});

describe.each(FORMS)("%s", (name, form) => {
  test.each(["jsonl", "json"])("is no hindrance to an import of %s", (kind) => {
    writeFileSync(join(place, `other.${kind}`), form(readFileSync(join(place, `case.${kind}`), "utf8")));
    const format = kind === "json" ? ["--format", "cloudevents"] : [];
    const into = `${name}-${kind}.db`.replaceAll(" ", "-");
    const { code, out, err } = program(["journal", "import", into, "--from", `other.${kind}`, ...format]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("21 read, 21 added");
  });

  test("is no hindrance to a scenario's file, and stays where a what-if is written into it", () => {
    const path = join(place, "small.yaml");
    const before = form(readFileSync("scenarios/templates/border-incident.yaml", "utf8"));
    writeFileSync(path, before);
    const call = ["what-if", "small.yaml", "--edit", "drop shots", "--then", "prune", "--save", "calm"];
    expect(program(call)).toMatchObject({ code: 0 });
    const after = readFileSync(path);
    expect(after.length).toBeGreaterThan(Buffer.from(before).length);
    expect(after.subarray(0, 2)).toEqual(Buffer.from(before).subarray(0, 2));
    expect(program(["replay", "small.yaml", "--what-if", "calm"])).toMatchObject({ code: 0 });
  });
});

describe.each(ofPipes)("%s in a pipe", (name, form) => {
  const talks = '{ id: talks, at: "2024-02-10", act: consult-by-phone, from: IRN, to: PAK, cite: morrow }\n';

  test("is no hindrance to an append", () => {
    const file = `${name.replaceAll(" ", "-")}.db`;
    program(["journal", "import", file, "--from", "case.jsonl"]);
    const { code, err } = program(["journal", "append", file, "--event", "-"], form(talks));
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const { out } = program(["journal", "append", file, "--event", form(talks)]);
    expect(out).toContain("nothing that was not there");
  });

  test("is no hindrance to a game", () => {
    const { code, out, err } = program(["play", "iran-pakistan-2024", "--as", "PAK"], form(".wait 2d\n.quit\n"));
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("PAK 2024-01-18 00:00> .quit");
    expect(out).not.toContain("✗");
  });
});

test("what can't be read is called what it is: cut where it is cut, and other bytes where there are any", () => {
  const lines = readFileSync(join(place, "case.jsonl"), "utf8").split("\n");
  const errorFor = (text: string | Uint8Array): string => {
    writeFileSync(join(place, "wrong.jsonl"), text);
    const { code, err } = program(["journal", "import", "wrong.db", "--from", "wrong.jsonl"]);
    expect(code).toBe(2);
    return err;
  };
  expect(errorFor([...lines.slice(0, 3), lines[3]?.slice(0, 80)].join("\n"))).toContain(
    "line 4: it is no JSON: it was cut off.",
  );
  expect(errorFor([...lines.slice(0, 3), "and so on", ...lines.slice(3)].join("\n"))).toContain(
    "line 4: it is no JSON.",
  );
  expect(errorFor("\n\n")).toContain("there is nothing: an export begins with its head");
  expect(errorFor(Buffer.from(lines.join("\n").replace("Morrow", "Morröw"), "latin1"))).toBe(
    "wrong.jsonl holds bytes that are not UTF-8. Nothing was imported.\n",
  );
});
