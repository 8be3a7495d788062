/** The reference of the scenario file, from its JSON Schema, and of diagnostics, from their table. */
import { diagnosticCodes } from "../../src/scenario/index.ts";
import { editsPart } from "./edits.ts";
import { resolved, root, type Schema } from "./schema.ts";

/** docs/reference/scenario-file.md */
export function scenarioPage(): string {
  return [
    "# The scenario file",
    "",
    "Made from the schema that editors use (`schema/scenario.schema.json`). `*` marks required keys. How to write one: [writing a scenario](../../scenarios/README.md).",
    "",
    ...rows(root, ""),
    "",
    ...editsPart(),
    "## Diagnostics",
    "",
    "| code | means | mend |",
    "|---|---|---|",
    ...Object.entries(diagnosticCodes).map(([code, { meaning, mend }]) => `| ${code} | ${meaning} | ${mend} |`),
    "",
  ].join("\n");
}

function rows(schema: Schema, indent: string): readonly string[] {
  const { properties = {}, required = [] } = resolved(schema);
  return Object.entries(properties).flatMap(([key, value]) => {
    const { description, enum: words } = resolved(value);
    const allowed = words === undefined || words.length > 12 ? "" : ` One of ${words.join(", ")}.`;
    const says = `${description ?? ""}${description !== undefined && allowed !== "" ? "." : ""}${allowed}`.trim();
    const line = `${indent}- \`${key}\`${required.includes(key) ? "*" : ""}${says === "" ? "" : `: ${says}`}`;
    return [line, ...(indent.length >= 6 ? [] : inner(value).flatMap((one) => rows(one, `${indent}  `)))];
  });
}

/** The schemas whose keys stand under a key: of a mapping, of its items, or of its values. */
function inner(schema: Schema): readonly Schema[] {
  const { properties, items, additionalProperties, anyOf } = resolved(schema);
  if (properties !== undefined) return [schema];
  if (items !== undefined && !Array.isArray(items)) return inner(items as Schema);
  if (typeof additionalProperties === "object") return inner(additionalProperties);
  return (anyOf ?? []).flatMap(inner);
}
