/** Files of several relations: what they mean, and every mistake that can be made in them. */
import { describe, expect, test } from "vitest";
import { scenarioJsonSchema } from "../../src/scenario/index.ts";
import { gulf, readAs, relationsOf } from "../support/web.ts";

const pairs = (text: string): readonly string[] => relationsOf(text).map(({ dyad: { a, b } }) => `${a} ${b}`);

describe("the relations of a file", () => {
  test("are those that it names, parties in the order of the file, the main one first", () => {
    expect(pairs(gulf)).toEqual(["SAU QAT", "ARE QAT", "EGY QAT", "QAT KWT"]);
    const turned = gulf.replace(
      "  - between: [SAU, QAT]\n  - between: [ARE, QAT]",
      "  - between: [QAT, ARE]\n  - between: [QAT, SAU]",
    );
    expect(pairs(turned)).toEqual(["ARE QAT", "SAU QAT", "EGY QAT", "QAT KWT"]);
  });

  test("are every pair between which an act runs, where it names none", () => {
    const unnamed = gulf.replace(/relations:\n( {2}- .*\n)+/, "");
    expect(pairs(unnamed)).toEqual(["SAU QAT", "ARE QAT", "EGY QAT", "QAT KWT"]);
  });

  test("of two parties are one, with all that the file says", () => {
    const [one, ...more] = relationsOf(
      gulf
        .replaceAll(/ {2}(ARE|EGY|KWT): .*\n/g, "")
        .replace(/relations:\n( {2}- .*\n)+/, "")
        .replace(/groups.*/, "")
        .replace("from: trio", "from: SAU")
        .replace(/ {2}- \{ id: (offer|visit).*\n/g, "")
        .replace(/ {2}- \{ at: "\d{4}-\d\d-\d\d", between.*\n/g, "")
        .replace(/ {4}expect: .*\n/, "")
        .replace(/doctrines:[\s\S]*/, ""),
    );
    expect(more).toEqual([]);
    expect(one).toMatchObject({ dyad: { a: "SAU", b: "QAT" }, beside: [] });
  });

  test("have each what is said between its parties, and the main one what names none", () => {
    const [main, , egypt] = relationsOf(gulf);
    expect(main?.expect.map(({ at }) => at)).toEqual(["2017-06-05"]);
    expect(egypt?.expect.map(({ pattern }) => pattern)).toEqual([{ relations: "severed" }]);
    expect(Object.keys(main?.outcomes ?? {})).toEqual(["force", "raids"]);
    expect(Object.keys(egypt?.outcomes ?? {})).toEqual(["words", "egypt"]);
    expect(egypt?.whatIfs["calm"]?.expect).toHaveLength(1);
    expect(main?.beside).toHaveLength(3);
  });

  test("know a group by its states, each once", () => {
    const [main] = relationsOf(gulf.replace("from: trio, to: QAT", "from: [SAU, trio], to: QAT"));
    expect(main?.events[0]?.from).toEqual(["SAU", "ARE", "EGY"]);
  });
});

interface Mistake {
  readonly replace: string;
  readonly by: string;
  readonly code: string;
  readonly says: string;
  readonly line: number;
}

const mistakes: Readonly<Record<string, Mistake>> = {
  "a pair named twice": {
    replace: "  - between: [ARE, QAT]",
    by: "  - between: [QAT, SAU]",
    code: "duplicate-name",
    says: "The relation between QAT and SAU stands in this list already, as the first.",
    line: 13,
  },
  "a state at war with itself": {
    replace: "[ARE, QAT]",
    by: "[ARE, ARE]",
    code: "no-relation",
    says: "ARE and ARE are one state: a relation has two parties.",
    line: 13,
  },
  "a group within a group": {
    replace: "groups: { trio: [SAU, ARE, EGY] }",
    by: "groups: { trio: [SAU, ARE, EGY], two: [ARE, EGY], both-of: [SAU, two] }",
    code: "bad-value",
    says: "two",
    line: 16,
  },
  "a group with a name that means something": {
    replace: "groups: { trio",
    by: "groups: { both: [ARE, EGY], trio",
    code: "no-group",
    says: "both has a meaning of its own under from, so no group can be called so.",
    line: 16,
  },
  "an act aimed at a state with which nothing is followed": {
    replace: "from: KWT, to: QAT, because: border",
    by: "from: KWT, to: EGY, because: border",
    code: "no-relation",
    says: "No relation between KWT and EGY is followed here, so visit is recorded but changes no relation.",
    line: 22,
  },
  "an opening that contradicts itself": {
    replace: "  - between: [ARE, QAT]",
    by: "  - { between: [ARE, QAT], opening: { relations: severed, course: normal.full } }",
    code: "not-a-situation",
    says: "The opening contradicts itself",
    line: 13,
  },
  "an opening for all": {
    replace: "relations:\n",
    by: "opening: {}\nrelations:\n",
    code: "unknown-key",
    says: "Each relation of this file has an opening of its own, so there is none for all.",
    line: 11,
  },
  "something said of a relation that is not followed": {
    replace: "between: [QAT, EGY], relations",
    by: "between: [KWT, EGY], relations",
    code: "no-relation",
    says: "No relation between KWT and EGY is followed in this file.",
    line: 27,
  },
  "a party of another relation in a pattern": {
    replace: "between: [QAT, EGY], relations: severed",
    by: "between: [QAT, EGY], missions: { SAU: closed }",
    code: "unknown-actor",
    says: "SAU is no party of this relation.",
    line: 27,
  },
  "roles exchanged": {
    replace: "edit: [{ drop: severance }]",
    by: "edit: [{ swap: severance }]",
    code: "bad-value",
    says: "Roles can be exchanged where there are two parties; here are more.",
    line: 32,
  },
  "a state in no relation": {
    replace: "  KWT: { name: Kuwait }",
    by: "  KWT: { name: Kuwait }\n  OMN: { name: Oman }",
    code: "no-relation",
    says: "OMN is in no relation of this file.",
    line: 11,
  },
};

describe("a mistake in a file of several relations is told once, where it is", () => {
  test("and without one there is nothing to tell", () => {
    expect(readAs(gulf).diagnostics).toEqual([]);
  });

  test.each(Object.entries(mistakes))("%s", (_, { replace, by, code, says, line }) => {
    expect(gulf).toContain(replace);
    const { diagnostics } = readAs(gulf.replace(replace, () => by));
    expect(diagnostics.map((one) => ({ code: one.code, line: one.line }))).toEqual([{ code, line }]);
    expect(diagnostics[0]?.message).toContain(says);
  });

  test("more than thirty parties are too many", () => {
    const many = Array.from({ length: 30 }, (_, k) => `  S${String(k).padStart(2, "0")}: { name: State ${k} }\n`).join(
      "",
    );
    const { diagnostics } = readAs(gulf.replace("  KWT:", () => `${many}  KWT:`));
    expect(diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message)).toEqual([
      "The scenario has 35 parties.",
    ]);
  });
});

test("editors complete the keys of a web", () => {
  const properties = Object(scenarioJsonSchema()["properties"]);
  for (const key of ["relations", "groups", "alliances", "mediators"]) expect(properties).toHaveProperty(key);
});
