/** Input: a file, standard input, or a bundled scenario, read within bounds or refused with a reason. */
import { createReadStream, existsSync, readdirSync, type Stats, statSync } from "node:fs";
import { basename, join } from "node:path";
import type { Readable } from "node:stream";
import { nearest, Problem, visibleLine } from "../problem/index.ts";
import { type LineageReading, MAX_BYTES } from "../scenario/index.ts";
import { journalAddress } from "./journal/address.ts";
import { packagePath } from "./package.ts";
import { isSystemError } from "./system-error.ts";
import { hashOf } from "./write.ts";

/** A text that was read, and where from. */
export interface Input {
  /** Its name as it was given, for messages. */
  readonly file: string;
  readonly text: string;
  /** SHA-256 of its bytes, in hexadecimal. */
  readonly hash: string;
  /** The file itself; absent for standard input and what comes with the package, which nobody writes to. */
  readonly path?: string;
  /** What was read already, out of a journal. */
  readonly reading?: LineageReading;
}

/**
 * Reads an input.
 *
 * @param name a path, `-` for standard input, the name of a bundled scenario, or a journal
 * @throws Problem when there is nothing to read, or more than 10 MB
 */
export async function readInput(name: string): Promise<Input> {
  const address = journalAddress(name);
  if (address !== undefined) return (await import("./journal/input.ts")).journalInput(address);
  if (name === "-") return inputOf("standard input", await bytesOf(process.stdin, "Standard input"));
  const path = located(name);
  const bytes = await bytesOf(createReadStream(path, { end: MAX_BYTES }), path);
  return path === name ? { ...inputOf(name, bytes), path } : inputOf(basename(path), bytes);
}

/** What an input is called that could not be read: as it was given, a server without user and password. */
export async function calledIn(name: string): Promise<string> {
  const [, where = "", selector = ""] = /^(postgres(?:ql)?:[^#]+)(#.*)?$/s.exec(name) ?? [];
  if (where === "") return name;
  const { nameOfServer } = await import("../server/index.ts");
  const server = nameOfServer(where);
  // Where it can't be read, what follows a # may be the rest of a password that has one.
  return server === undefined ? "the PostgreSQL server" : `${server}${selector}`;
}

/** The names of the scenarios that come with the package. */
export function bundledScenarios(): readonly string[] {
  const folder = packagePath("scenarios");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => file.slice(0, -".yaml".length))
    .sort();
}

function located(name: string): string {
  const stats = statOf(name);
  if (stats === undefined) return bundled(name);
  if (stats.isDirectory()) throw new Problem("unreadable", `${visibleLine(name)} is a directory.${inside(name)}`);
  if (stats.isFile() && stats.size > MAX_BYTES) throw tooLarge(name);
  return name;
}

function bundled(name: string): string {
  const names = bundledScenarios();
  const wanted = basename(name, ".yaml");
  if (!/[/\\]/.test(name) && names.includes(wanted)) return join(packagePath("scenarios"), `${wanted}.yaml`);
  throw new Problem("no-such-file", `There is no file ${visibleLine(name)}, and no bundled scenario of that name.`, {
    suggestion: nearest(wanted, names),
    expected: `\nBundled: ${names.join(", ")}.`,
  });
}

function inside(folder: string): string {
  const [first] = namesIn(folder).filter((file) => /\.ya?ml$/.test(file));
  return first === undefined
    ? " Name a scenario file."
    : ` Name a file in it, such as ${visibleLine(join(folder, first))}.`;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // A folder that can't be listed is a directory all the same.
  }
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return undefined;
    throw new Problem("unreadable", `${visibleLine(path)} can't be read: ${visibleLine(error.message)}.`);
  }
}

async function bytesOf(stream: Readable, name: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > MAX_BYTES) throw tooLarge(name);
    }
  } catch (error) {
    if (error instanceof Problem || !(error instanceof Error)) throw error;
    throw new Problem("unreadable", `${visibleLine(name)} can't be read: ${visibleLine(error.message)}.`);
  }
  return Buffer.concat(chunks);
}

function inputOf(file: string, bytes: Buffer): Input {
  return { file, text: bytes.toString("utf8"), hash: hashOf(bytes) };
}

function tooLarge(name: string): Problem {
  return new Problem(
    "too-large",
    `${visibleLine(name)} is larger than ${MAX_BYTES / 1024 / 1024} MB, the most that is read.`,
  );
}
