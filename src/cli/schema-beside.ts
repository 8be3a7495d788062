/** The schema of scenario files beside a new one, so that an editor finds it where the first line of the file says. */

import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Problem } from "../problem/index.ts";
import { packagePath } from "./package.ts";
import { writeNew } from "./write.ts";

const NAME = "scenario.schema.json";

/** The first line of a file that has the schema beside it. */
export const schemaLine = `# yaml-language-server: $schema=${NAME}`;

/** A scenario's text, led to a schema beside it wherever it led before. */
export function besideSchema(text: string): string {
  return text.replace(/^# yaml-language-server:.*$/m, () => schemaLine);
}

/** Writes the schema beside a file; what is there is left alone. Gives what to say of it after the file's name. */
export function writeSchemaBeside(file: string): string {
  const path = join(dirname(file), NAME);
  const text = readFileSync(packagePath(`schema/${NAME}`), "utf8");
  if (!existsSync(path)) {
    try {
      writeNew(path, text);
      return `, and ${NAME} for editors`;
    } catch (error) {
      // Another process may have written it at the same time.
      if (!(error instanceof Problem) || !existsSync(path)) throw error;
    }
  }
  if (readFileSync(path, "utf8") === text) return "";
  return ` (${NAME} was there and is not of this release: demarche schema > ${NAME} renews it)`;
}
