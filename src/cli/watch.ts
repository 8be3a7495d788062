/** Watching: files are checked again whenever they change. */
import { type FSWatcher, watch } from "node:fs";
import { basename, dirname } from "node:path";
import { Problem, visibleLine } from "../problem/index.ts";
import { badOption, type Call } from "./command.ts";
import type { ExitCode } from "./exit.ts";
import { isSystemError } from "./system-error.ts";

/** Editors write a file in several steps; a check waits until nothing has changed for this many milliseconds. */
const QUIET_PERIOD = 100;

/** Runs `again` after every change of the files, until it is interrupted. Folders are watched, as editors replace files. */
export function watchFiles({ args, io }: Call, again: () => Promise<ExitCode>): Promise<ExitCode> {
  if (args.includes("-")) throw badOption("Standard input can't be watched.");
  let timer: NodeJS.Timeout | undefined;
  let last: Promise<ExitCode> | undefined;
  const folders = Map.groupBy(args, (file) => dirname(file));
  const watchers = [...folders].map(([folder, files]) => {
    const names = new Set(files.map((file) => basename(file)));
    return watchFolder(folder, (name) => {
      if (!names.has(name)) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        io.say(`\n${visibleLine(name)} changed.`);
        last = again();
      }, QUIET_PERIOD);
    });
  });
  io.say("Watching. Ctrl-C ends it.");
  return new Promise((resolve) => {
    process.once("SIGINT", () => {
      for (const watcher of watchers) watcher.close();
      resolve(last ?? 0);
    });
  });
}

function watchFolder(folder: string, onChange: (name: string) => void): FSWatcher {
  try {
    return watch(folder, (_kind, name) => {
      if (name !== null) onChange(name);
    });
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new Problem("unreadable", `${visibleLine(folder)} can't be watched: ${visibleLine(error.message)}.`);
  }
}
