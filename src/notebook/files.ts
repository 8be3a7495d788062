/** Files: bundled cases by name and the reader's own by path, through the file system of Node or Deno, where there is one. */
import { among, Problem, quoted } from "../problem/index.ts";
import { MAX_BYTES } from "../scenario/index.ts";

/** A text that was found. */
export interface Found {
  readonly text: string;
  /** The file's name, for messages. */
  readonly file: string;
}

/**
 * The text of a bundled case or of a file.
 *
 * @param name a case such as `iran-pakistan-2024`, or a path such as `./my-case.yaml`
 * @throws Problem when there is no such case or file, or no file system
 */
export function textNamed(name: string): Found {
  const files = fileSystem();
  const isPath = /[/\\]|\.ya?ml$/.test(name);
  const names = bundledNames(files);
  if (!isPath && names.includes(name))
    return { text: read(bundledPath(`${name}.yaml`), name, files), file: `${name}.yaml` };
  const entry = files.statSync(name, { throwIfNoEntry: false });
  if (entry?.isFile() === true) {
    if (entry.size > MAX_BYTES)
      throw new Problem(
        "unreadable",
        `${quoted(name)} is larger than ${MAX_BYTES / 1024 / 1024} MB, the most that is read.`,
      );
    return { text: read(name, name, files), file: name.split(/[/\\]/).at(-1) ?? name };
  }
  const where = isPath
    ? `There is no file ${quoted(name)}; paths start from the folder of the notebook. Bundled cases go by name.`
    : `There is no case ${quoted(name)}.`;
  throw new Problem("no-such-case", where, among(name.replace(/^.*[/\\]|\.ya?ml$/g, ""), names));
}

type Files = Pick<typeof import("node:fs"), "readFileSync" | "readdirSync" | "statSync">;

/** Asked of the process and not imported: what a browser bundles then has nothing of Node in it. */
function fileSystem(): Files {
  const host: Partial<Pick<NodeJS.Process, "getBuiltinModule">> | undefined = globalThis.process;
  const files = host?.getBuiltinModule?.("node:fs");
  if (files !== undefined) return files;
  throw new Problem(
    "no-files-here",
    "A browser has no files to open. Give the text of a scenario instead: openText(text, name).",
  );
}

function read(path: string | URL, name: string, files: Files): string {
  try {
    return files.readFileSync(path, "utf8");
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new Problem("unreadable", `${quoted(name)} can't be read: ${said}.`);
  }
}

/** The names of the cases that come with the package. */
function bundledNames(files: Files): readonly string[] {
  const entries: readonly string[] = files.readdirSync(bundledPath(""));
  return entries
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => file.slice(0, -".yaml".length))
    .toSorted();
}

/** In the package, wherever it is installed; sources and what is built of them are equally deep. */
function bundledPath(file: string): URL {
  const folder = "../../scenarios/";
  return new URL(folder + file, import.meta.url);
}
