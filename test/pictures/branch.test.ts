/** The picture of a branch: shipped what-ifs at every width, and what became of each event. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { branchPicture } from "../../src/pictures/index.ts";
import { evaluateWhatIf, readScenario, recordOf, replayScenario } from "../../src/scenario/index.ts";
import { crises } from "../support/enduring.ts";
import { boxesOf, expectLaidOut } from "../support/svg.ts";

const all = crises.flatMap((file) => {
  const { scenario } = readScenario(readFileSync(`scenarios/${file}.yaml`, "utf8"), { file });
  if (scenario === undefined) throw new Error(`${file} does not read.`);
  const telling = { scenario, history: replayScenario(scenario), until: scenario.window.to };
  const record = recordOf(scenario);
  return Object.keys(scenario.whatIfs).map(
    (name) => [`${scenario.name} ${name}`, telling, evaluateWhatIf(scenario, name, record)] as const,
  );
});

describe.each(all)("%s", (_, telling, evaluated) => {
  test("labels keep apart at every width", () => {
    for (const width of [390, 768, 1280, 1920])
      expectLaidOut(branchPicture(telling, evaluated, { width }), `at ${width}`);
  });

  test("what was taken out, what lost a cause and what is reopened is marked, and nothing else", () => {
    const { branch } = evaluated;
    const { svg } = branchPicture(telling, evaluated, { width: 1920 });
    const marked = (fate: string): readonly string[] =>
      [...svg.matchAll(/data-event="([^"]*)"[^>]* data-fate="([^"]*)"/g)]
        .flatMap(([, id = "", its]) => (its === fate ? [id] : []))
        .toSorted();
    const counted = /class="more"/.test(svg);
    const dropped = branch.edits.flatMap((edit) => (edit.kind === "drop" ? [edit.id] : []));
    // Of several relations, what touches another one is not drawn here.
    const drawn = new Set(telling.history.steps.map(({ event }) => event.id));
    if (counted) return;
    for (const id of dropped.filter((one) => drawn.has(one))) expect(marked("dropped")).toContain(id);
    const orphaned = branch.orphaned.flatMap(({ event }) => (drawn.has(event.id) ? [event.id] : []));
    expect(marked("orphaned").filter((id) => !id.startsWith("clock-"))).toEqual(orphaned.toSorted());
    const there = new Set(marked("reopened"));
    for (const { event } of branch.reopened.filter((one) => drawn.has(one.event.id)))
      expect(there.has(event.id) || marked("left").includes(event.id)).toBe(true);
    expect(there.size).toBeLessThanOrEqual(branch.reopened.length);
  });

  test("it says in one sentence what the books hold", () => {
    const { text } = branchPicture(telling, evaluated);
    const lost = evaluated.branch.orphaned.length;
    expect(text).toMatch(new RegExp(`${lost} events? lost a cause · ${evaluated.branch.reopened.length} reopened`));
    expect(boxesOf(branchPicture(telling, evaluated)).some((box) => box.text.includes("lost a cause"))).toBe(true);
  });
});
