/** The schema of scenario files, written beside a new scenario, where its first line tells editors to look. */

import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Problem } from "../problem/index.ts";
import { packagePath } from "./package.ts";
import { writeNew } from "./write.ts";

const SCHEMA_FILE = "scenario.schema.json";

/** The first line of a file that has the schema beside it. */
export const schemaLine = `# yaml-language-server: $schema=${SCHEMA_FILE}`;

/** A scenario's text, whose first line then names the schema beside it. */
export function withSchemaLine(text: string): string {
  return text.replace(/^# yaml-language-server:.*$/m, () => schemaLine);
}

/** Writes the schema beside a file; an existing one is left alone. Returns what to say of it after the file's name. */
export function writeSchemaBeside(file: string): string {
  const path = join(dirname(file), SCHEMA_FILE);
  const text = readFileSync(packagePath(`schema/${SCHEMA_FILE}`), "utf8");
  if (!existsSync(path)) {
    try {
      writeNew(path, text);
      return `, and ${SCHEMA_FILE} for editors`;
    } catch (error) {
      // Another process may have written it at the same time.
      if (!(error instanceof Problem) || !existsSync(path)) throw error;
    }
  }
  if (readFileSync(path, "utf8") === text) return "";
  return ` (${SCHEMA_FILE} was there and is not of this release: demarche schema > ${SCHEMA_FILE} renews it)`;
}
