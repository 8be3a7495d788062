/** Finding: the text that a name means, a file or a case of the package, by a port that reaches files for every door. */
import { decode, nearest, Problem, visibleLine } from "../problem/index.ts";
import { type LineageReading, MAX_BYTES } from "../scenario/index.ts";

export type AtPath =
  | { readonly kind: "file"; readonly size: number }
  /** A pipe or a device: it is read without its length being known. */
  | { readonly kind: "stream" }
  | { readonly kind: "folder"; readonly names: readonly string[] };

/** Files as a door reaches them. What it throws, but a {@link Problem}, is taken for why a file can't be read. */
export interface Files {
  readonly at: (path: string) => AtPath | undefined;
  /** The bytes of a file, in pieces; it is stopped after the most that is read. */
  readonly read: (path: string | URL) => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  /** The names of the cases that come with the package. */
  readonly cases: () => readonly string[];
  /** Where one of them is. */
  readonly casePath: (name: string) => string | URL;
  /** Standard input, for the name `-`; absent where there is none. */
  readonly input?: () => AsyncIterable<Uint8Array>;
  /** A sentence for a path that leads nowhere. */
  readonly hint?: string;
  /** Whether the list of cases has a line of its own in what is said. */
  readonly listsApart?: boolean;
}

/** A text that was found, or what a journal holds. */
export interface FoundFile {
  /** Its name as it was given, for messages. */
  readonly file: string;
  readonly text: string;
  readonly bytes: Uint8Array;
  /** The file itself; absent for standard input and what comes with the package, which are not written to. */
  readonly path?: string;
  /** What was read already, out of a journal. */
  readonly reading?: LineageReading;
}

/**
 * Finds a file or a case of the package.
 *
 * @param name a path, the name of a case, or `-` for standard input
 * @throws Problem when there is nothing to read, or more than 10 MB
 */
export async function find(name: string, files: Files): Promise<FoundFile> {
  if (name === "-" && files.input !== undefined)
    return found("standard input", await bytesOf(files.input(), "Standard input"));
  const there = attempt(() => files.at(name), name);
  if (there?.kind === "file" && there.size > MAX_BYTES) throw tooLarge(name);
  if (there?.kind === "file" || there?.kind === "stream") {
    return { ...found(name, await bytesOf(files.read(name), name)), path: name };
  }
  const cases = files.cases();
  const wanted = baseOf(name).replace(/\.yaml$/, "");
  if (!/[/\\]/.test(name) && cases.includes(wanted)) {
    return found(`${wanted}.yaml`, await bytesOf(files.read(files.casePath(wanted)), name));
  }
  if (there !== undefined)
    throw new Problem("unreadable", `${visibleLine(name)} is a directory.${inside(name, there.names)}`);
  const hint = files.hint !== undefined && /[/\\]|\.ya?ml$/.test(name) ? files.hint : "";
  const before = files.listsApart === true ? `${hint}\n` : hint === "" ? "" : `${hint} `;
  throw new Problem("no-such-case", `There is no file ${visibleLine(name)}, and no bundled scenario of that name.`, {
    suggestion: nearest(wanted, cases),
    expected: `${before}Bundled: ${cases.join(", ")}.`,
  });
}

function found(file: string, bytes: Uint8Array): FoundFile {
  return { file, text: decode(bytes), bytes };
}

function inside(folder: string, names: readonly string[]): string {
  const first = names.find((file) => /\.ya?ml$/.test(file));
  if (first === undefined) return " Name a scenario file.";
  return ` Name a file in it, such as ${visibleLine(`${folder.replace(/[/\\]$/, "")}/${first}`)}.`;
}

function baseOf(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path;
}

async function bytesOf(pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, name: string): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const piece of pieces) {
      all.push(piece);
      size += piece.length;
      if (size > MAX_BYTES) throw tooLarge(name);
    }
  } catch (error) {
    throw unreadable(error, name);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of all) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

function attempt<T>(look: () => T, name: string): T {
  try {
    return look();
  } catch (error) {
    throw unreadable(error, name);
  }
}

function unreadable(error: unknown, name: string): unknown {
  if (error instanceof Problem || !(error instanceof Error)) return error;
  return new Problem("unreadable", `${visibleLine(name)} can't be read: ${visibleLine(error.message)}.`);
}

function tooLarge(name: string): Problem {
  return new Problem(
    "too-large",
    `${visibleLine(name)} is larger than ${MAX_BYTES / 1024 / 1024} MB, the most that is read.`,
  );
}
