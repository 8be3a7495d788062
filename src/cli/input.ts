/** Input on the command line: files, standard input, bundled scenarios, and journals. */

import {
  closeSync,
  constants,
  createReadStream,
  existsSync,
  openSync,
  readdirSync,
  readSync,
  type Stats,
  statSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { type Files, type FoundFile, find } from "../crisis/index.ts";
import { digest } from "../events/index.ts";
import { Problem, visibleLine } from "../problem/index.ts";
import { MAX_BYTES } from "../scenario/index.ts";
import { journalAddress } from "./journal/address.ts";
import { packagePath } from "./package.ts";
import { systemCode } from "./system-error.ts";

/** What was found, with the hash that answers name as their basis. */
export interface Input extends FoundFile {
  /** SHA-256 of its bytes, in hexadecimal. */
  readonly hash: string;
}

/**
 * Reads an input.
 *
 * @param name a path, `-` for standard input, the name of a bundled scenario, or a journal
 * @throws Problem when there is nothing to read, or more than 10 MB
 */
export async function readInput(name: string): Promise<Input> {
  const address = journalAddress(name);
  if (address === undefined) return withHash(await find(name, files));
  const { journalInput } = await import("./journal/open.ts");
  return withHash(await journalInput(address));
}

/** Text and hash are computed when they are first needed: a journal has no text until then. */
function withHash(found: FoundFile): Input {
  const { file, path, reading } = found;
  let hash: string | undefined;
  return {
    file,
    ...(path === undefined ? {} : { path }),
    ...(reading === undefined ? {} : { reading }),
    get text() {
      return found.text;
    },
    get bytes() {
      return found.bytes;
    },
    get hash() {
      hash ??= digest(found.bytes);
      return hash;
    },
  };
}

/** The name, for messages, of an input that could not be read: as given, but a server without user and password. */
export async function inputName(name: string): Promise<string> {
  const [, where = "", selector = ""] = /^(postgres(?:ql)?:[^#]+)(#.*)?$/s.exec(name) ?? [];
  if (where === "") return name;
  const { nameOfServer } = await import("../server/index.ts");
  const server = nameOfServer(where);
  // When the address can't be read, the text after a # may be part of a password.
  return server === undefined ? "the PostgreSQL server" : `${server}${selector}`;
}

/** The names of the scenarios that come with the package. */
export function bundledScenarios(): readonly string[] {
  return scenariosIn("scenarios");
}

/** The names of the scenarios in a folder of the package. */
export function scenariosIn(folder: string): readonly string[] {
  const path = packagePath(folder);
  if (!existsSync(path)) return [];
  const files = readdirSync(path).filter((file) => file.endsWith(".yaml"));
  return files.map((file) => file.slice(0, -".yaml".length)).sort();
}

const files: Files = {
  at: (path) => {
    const stats = statOf(path);
    if (stats === undefined) return undefined;
    if (stats.isDirectory()) return { kind: "folder", names: namesIn(path) };
    return stats.isFile() ? { kind: "file", size: stats.size } : { kind: "stream" };
  },
  read: (path) => (statSync(path).isFIFO() ? readPipe(path) : createReadStream(path, { end: MAX_BYTES })),
  input: () => process.stdin,
  cases: bundledScenarios,
  casePath: (name) => join(packagePath("scenarios"), `${name}.yaml`),
  listsApart: true,
};

/** How long a named pipe waits for a writer, in milliseconds. */
const PIPE_PATIENCE = 2000;

/**
 * The bytes of a pipe. It is opened without waiting, since a process that waits for a writer can't be stopped.
 *
 * @throws Problem when nobody writes into it
 */
async function* readPipe(path: string | URL): AsyncGenerator<Uint8Array> {
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const buffer = new Uint8Array(1 << 16);
    let [length, waited] = [0, 0];
    while (length <= MAX_BYTES) {
      const read = readOrWait(file, buffer);
      if (read === 0 && length > 0) return;
      if (read === 0 && waited > PIPE_PATIENCE) {
        throw new Problem("unreadable", `Nobody writes into the pipe ${visibleLine(String(path))}.`);
      }
      if (read !== undefined && read > 0) yield buffer.slice(0, read);
      else await setTimeout(10);
      length += read ?? 0;
      waited += read === 0 ? 10 : 0;
    }
  } finally {
    closeSync(file);
  }
}

/** How many bytes were read; undefined while a writer has the pipe open but has written nothing. */
function readOrWait(file: number, buffer: Uint8Array): number | undefined {
  try {
    return readSync(file, buffer);
  } catch (error) {
    if (systemCode(error) === "EAGAIN") return undefined;
    throw error;
  }
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(systemCode(error) ?? "")) return undefined;
    throw error;
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // It is a directory, although it can't be listed.
  }
}
