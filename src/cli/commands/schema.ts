/** `schema`: the JSON Schemas of scenario files and of this program's outputs. */

import { join } from "node:path";
import { schemas } from "../../crisis/data/schemas.ts";
import { among, Problem, visibleLine } from "../../problem/index.ts";
import { json } from "../../render/index.ts";
import { type Call, textOption } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { makeFolder, writeOver } from "../write.ts";

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
    const known = among(name, Object.keys(schemas), "Schemas");
    throw new Problem("no-such-schema", `There is no schema "${visibleLine(name)}".`, known);
  }
  io.write(json(schema(), 2));
  return exitCodes.fine;
}

/** @throws Problem when it can't be written into */
function writeAll(out: string): void {
  makeFolder(out);
  for (const [name, schema] of Object.entries(schemas)) {
    writeOver(join(out, `${name}.schema.json`), `${json(schema(), 2)}\n`);
  }
}
