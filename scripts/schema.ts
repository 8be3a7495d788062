/** `npm run schema`: writes the JSON Schema of scenario files. */
import { mkdirSync, writeFileSync } from "node:fs";
import { scenarioJsonSchema } from "../src/scenario/index.ts";

mkdirSync("schema", { recursive: true });
writeFileSync("schema/scenario.schema.json", `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`);
