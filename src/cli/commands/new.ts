/** `new`: writes a commented scenario to go on from. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { nearest, visibleLine, yamlScalar } from "../../scenario/index.ts";
import { type Call, textOption } from "../command.ts";
import { didYouMean, type ExitCode, exitCodes, UsageError } from "../exit.ts";
import { packagePath } from "../package.ts";
import { schemaFile, schemaLine, starter } from "../starter.ts";
import { writeNew } from "../write.ts";

/** Writes NAME.yaml into the current folder, and the schema for editors beside it; an existing file is left alone. */
export async function run({ args: [name = ""], options, io }: Call): Promise<ExitCode> {
  if (!/^[a-z0-9][a-z0-9-]{0,127}$/.test(name)) {
    throw new UsageError(
      `"${visibleLine(name)}" can't name a scenario: use small letters, digits and hyphens, such as border-2025.`,
    );
  }
  const from = textOption(options, "from");
  const text = from === undefined ? starter(name) : renamed(template(from), from, name);
  const file = `${name}.yaml`;
  writeNew(file, text);
  const beside = schemaBeside();
  io.say(`Wrote ${file}${beside === "written" ? `, and ${schemaFile} for editors` : ""}. Next: demarche check ${file}`);
  if (beside === "another")
    io.say(`${schemaFile} was there and is not of this release: demarche schema > ${schemaFile} renews it.`);
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
  throw new UsageError(`There is no template "${visibleLine(name)}".${didYouMean(nearest(name, names))} ${list}`);
}

/** Puts the schema beside the scenario, where its first line leads an editor; what is there is left alone. */
function schemaBeside(): "written" | "there" | "another" {
  const text = readFileSync(packagePath(`schema/${schemaFile}`), "utf8");
  if (existsSync(schemaFile)) return readFileSync(schemaFile, "utf8") === text ? "there" : "another";
  writeNew(schemaFile, text);
  return "written";
}

/** A template under a new name, which its comments use too. */
function renamed(text: string, from: string, name: string): string {
  return text
    .replace(/^# yaml-language-server:.*$/m, () => schemaLine)
    .replace(/^scenario:.*$/m, `scenario: ${yamlScalar(name, "block")}`)
    .replaceAll(`${from}.yaml`, `${name}.yaml`);
}
