/** The JSON Schema (draft-07) of a scenario file, made from the zod schema, for editors. */
import { z } from "zod";
import { scenarioFile } from "./schema/file.ts";

/** The schema that `schema/scenario.schema.json` holds. */
export function scenarioJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(scenarioFile, {
    target: "draft-7",
    io: "input",
    unrepresentable: "any",
  });
  return { $schema, title: "Démarche scenario", ...schema };
}
