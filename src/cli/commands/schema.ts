/** `schema`: the JSON Schemas of scenario files and of this program's outputs. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { nearest, visibleLine } from "../../scenario/index.ts";
import { type Call, textOption } from "../command.ts";
import { didYouMean, type ExitCode, exitCodes, UsageError } from "../exit.ts";
import { json } from "../json.ts";
import { schemas } from "../output/schema/index.ts";

/** Prints one schema, that of scenario files by default, or writes all of them into a folder. */
export async function run({ args: [name = "scenario"], options, io }: Call): Promise<ExitCode> {
  const out = textOption(options, "out");
  if (out !== undefined) {
    writeAll(out);
    io.say(`Wrote ${Object.keys(schemas).length} schemas into ${visibleLine(out)}.`);
    return exitCodes.fine;
  }
  const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
  if (schema === undefined) {
    const names = Object.keys(schemas);
    throw new UsageError(
      `There is no schema "${visibleLine(name)}".${didYouMean(nearest(name, names))} Schemas: ${names.join(", ")}.`,
    );
  }
  io.write(json(schema(), 2));
  return exitCodes.fine;
}

function writeAll(out: string): void {
  try {
    makeFolder(out);
    for (const [name, schema] of Object.entries(schemas)) {
      writeFileSync(join(out, `${name}.schema.json`), `${json(schema(), 2)}\n`);
    }
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    throw new UsageError(`${visibleLine(out)} can't be written into: ${visibleLine(error.message)}.`);
  }
}

/** Makes a folder and those above it, one by one: Node's recursive mkdir never ends where nothing can be made (/proc). */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}
