/** `new`: writes a commented scenario to go on from. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { nearest, Problem, shellWord, visibleLine } from "../../problem/index.ts";
import { yamlScalar } from "../../scenario/index.ts";
import { type Call, textOption } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { packagePath } from "../package.ts";
import { besideSchema, writeSchemaBeside } from "../schema-beside.ts";
import { starter } from "../starter.ts";
import { writeNew } from "../write.ts";

/** Writes NAME.yaml into the current folder, and the schema for editors beside it; an existing file is left alone. */
export async function run({ args: [name = ""], options, io }: Call): Promise<ExitCode> {
  if (!/^[a-z0-9][a-z0-9-]{0,127}$/.test(name)) {
    throw new Problem(
      "bad-option",
      `"${visibleLine(name)}" can't name a scenario: use small letters, digits and hyphens, such as border-2025.`,
    );
  }
  const from = textOption(options, "from");
  const text = from === undefined ? starter(name) : renamed(template(from), from, name);
  const file = `${name}.yaml`;
  writeNew(file, text);
  io.say(`Wrote ${file}${writeSchemaBeside(file)}. Next: demarche check ${shellWord(file)}`);
  return exitCodes.fine;
}

/** The names of the templates that come with the package. */
export function templateNames(): readonly string[] {
  const folder = packagePath("scenarios/templates");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => file.slice(0, -".yaml".length))
    .sort();
}

function template(name: string): string {
  const names = templateNames();
  if (names.includes(name)) return readFileSync(join(packagePath("scenarios/templates"), `${name}.yaml`), "utf8");
  const list = names.length === 0 ? "There are none." : `Templates: ${names.join(", ")}.`;
  throw new Problem("no-such-template", `There is no template "${visibleLine(name)}".`, {
    suggestion: nearest(name, names),
    expected: list,
  });
}

/** A template under a new name, which its comments use too. */
function renamed(text: string, from: string, name: string): string {
  return besideSchema(text)
    .replace(/^scenario:.*$/m, `scenario: ${yamlScalar(name, "block")}`)
    .replaceAll(`${from}.yaml`, `${name}.yaml`);
}
