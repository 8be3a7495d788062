// @vitest-environment jsdom
/** The picture in the README can be drawn, and tells the course of the flagship. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readScenario, replayScenario } from "../../src/scenario/index.ts";
import { mermaid } from "../support/mermaid.ts";

const [, picture = ""] = /```mermaid\n([\s\S]*?)```/.exec(readFileSync("README.md", "utf8")) ?? [];

test("mermaid draws it", async () => {
  expect(await mermaid.parse(picture)).toMatchObject({ diagramType: expect.stringContaining("flowchart") });
});

test("its dates and courses are those of the record", () => {
  const text = readFileSync("scenarios/iran-pakistan-2024.yaml", "utf8");
  const { scenario } = readScenario(text, { file: "iran-pakistan-2024.yaml" });
  if (scenario === undefined) throw new Error("The flagship reads.");
  const told = replayScenario(scenario).steps.flatMap(({ before, after, event }) => {
    const [from, to] = [before, after].map(({ course }) => course.split(".")[0]);
    return from === to ? [] : [`${from} ${Number(event.at.slice(8, 10))} Jan ${to}`];
  });
  const drawn = [...picture.matchAll(/(\S+) -- "(\d+ Jan): .*?" --> (\w+)/g)].map(([, from, date, to]) =>
    `${from} ${date} ${to}`.replaceAll("recalled", "ambassadors-recalled"),
  );
  expect(drawn).toEqual(told);
});
