/** What is wrong with an imported case as a file, and which of its events are void in whichever relation. */
import { caseText, type ImportedCase } from "../../src/evidence/index.ts";
import { readScenario, replayScenario } from "../../src/scenario/index.ts";

export function faults(one: ImportedCase): readonly string[] {
  const { relations = [], diagnostics } = readScenario(caseText(one), { file: `${one.name}.yaml` });
  const voids = relations.flatMap((relation) =>
    replayScenario(relation).steps.flatMap(({ verdict, event: { id, source } }) =>
      verdict === "void" && source === undefined ? [`${id} is void`] : [],
    ),
  );
  const missing = relations.length === Math.max(1, one.relations.length) ? [] : ["not every relation is followed"];
  return [...diagnostics.map(({ message }) => message), ...missing, ...voids].map((text) => `${one.name}: ${text}`);
}
