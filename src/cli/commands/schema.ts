/** `schema`: the JSON Schemas of scenario files and of this program's outputs. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { nearest, visibleLine } from "../../scenario/index.ts";
import { type Call, textOption } from "../command.ts";
import { didYouMean, type ExitCode, exitCodes, UsageError } from "../exit.ts";
import { schemas } from "../output/schema/index.ts";

/** Prints one schema, that of scenario files by default, or writes all of them into a folder. */
export async function run({ args: [name = "scenario"], options, io }: Call): Promise<ExitCode> {
  const out = textOption(options, "out");
  if (out !== undefined) {
    mkdirSync(out, { recursive: true });
    for (const [each, schema] of Object.entries(schemas)) {
      writeFileSync(join(out, `${each}.schema.json`), `${JSON.stringify(schema(), undefined, 2)}\n`);
    }
    io.say(`Wrote ${Object.keys(schemas).length} schemas into ${out}.`);
    return exitCodes.fine;
  }
  const schema = schemas[name];
  if (schema === undefined) {
    const names = Object.keys(schemas);
    throw new UsageError(
      `There is no schema "${visibleLine(name)}".${didYouMean(nearest(name, names))} Schemas: ${names.join(", ")}.`,
    );
  }
  io.write(JSON.stringify(schema(), undefined, 2));
  return exitCodes.fine;
}
