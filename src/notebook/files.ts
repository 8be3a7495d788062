/** Files in a notebook: the cases of the package and the reader's own, through the file system of Node or Deno. */
import type { Files } from "../crisis/index.ts";
import { Problem } from "../problem/index.ts";

/**
 * The file system of a notebook.
 *
 * @throws Problem where there is none
 */
export function notebookFiles(): Files {
  const files = fileSystem();
  return {
    at: (path) => {
      const entry = files.statSync(path, { throwIfNoEntry: false });
      if (entry === undefined) return undefined;
      if (entry.isDirectory()) return { kind: "folder", names: files.readdirSync(path) };
      return entry.isFile() ? { kind: "file", size: entry.size } : undefined;
    },
    read: (path) => [files.readFileSync(path)],
    cases: () =>
      files
        .readdirSync(bundled(""))
        .filter((file) => file.endsWith(".yaml"))
        .map((file) => file.slice(0, -".yaml".length))
        .toSorted(),
    casePath: (name) => bundled(`${name}.yaml`),
    hint: "Paths start from the folder of the notebook.",
  };
}

type FileSystem = Pick<typeof import("node:fs"), "readFileSync" | "readdirSync" | "statSync">;

/** Asked of the process and not imported: what a browser bundles then has nothing of Node in it. */
function fileSystem(): FileSystem {
  const host: Partial<Pick<NodeJS.Process, "getBuiltinModule">> | undefined = globalThis.process;
  const files = host?.getBuiltinModule?.("node:fs");
  if (files !== undefined) return files;
  throw new Problem(
    "no-files-here",
    "A browser has no files to open. Give the text of a scenario instead: openText(text, name).",
  );
}

/** In the package, wherever it is installed; sources and what is built of them are equally deep. */
function bundled(file: string): URL {
  const folder = "../../scenarios/";
  return new URL(folder + file, import.meta.url);
}
