/**
 * Writing files: completely, or not at all. A text is written beside its target under a name that only one process can
 * hold, synced to the disk, and moved into place in one step. A file that is reported as written is on the disk.
 */

import {
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { digest } from "../events/index.ts";
import { Problem, visibleLine } from "../problem/index.ts";
import { isSystemError, systemCode } from "./system-error.ts";
import { writeWhole } from "./write-whole.ts";

/**
 * Writes a file that is not there yet.
 *
 * @throws Problem when it exists, even as a link, or can't be written: then no part of it is left
 */
export function writeNew(path: string, text: string | Uint8Array): void {
  const draft = newDraft(path);
  try {
    draft.add(text);
    draft.put();
  } catch (error) {
    throw draft.dropAfter(error);
  }
}

/** Characters of a text in parts that are collected before they are written. */
const CHUNK = 1 << 18;

/**
 * The same for a text that comes in parts. Ctrl-C ends the process as usual, and leaves no part of the file.
 *
 * @throws Problem as {@link writeNew} does, and whatever the parts throw
 */
export async function writeNewFrom(path: string, parts: AsyncIterable<string>): Promise<void> {
  let draft: ReturnType<typeof newDraft> | undefined;
  const end = (signal: NodeJS.Signals): void => {
    draft?.drop();
    process.kill(process.pid, signal);
  };
  // Before the draft exists, so that no signal can leave one behind.
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
  try {
    draft = newDraft(path);
    let buffer = "";
    for await (const part of parts) {
      buffer += part;
      if (buffer.length < CHUNK) continue;
      draft.add(buffer);
      buffer = "";
      // Parts may follow each other without a pause; a signal is only handled in a pause.
      await setImmediate();
    }
    draft.add(buffer);
    draft.put();
  } catch (error) {
    throw draft?.dropAfter(error) ?? error;
  } finally {
    process.off("SIGINT", end);
    process.off("SIGTERM", end);
  }
}

/**
 * Writes a file, whether it exists or not. An existing file keeps its permissions; if it is a link, its target is written.
 *
 * @param was the hash that the existing file must have; any by default
 * @throws Problem when it can't be written, has changed, or another process is writing: then it is as it was
 */
export function writeOver(path: string, text: string | Uint8Array, was?: string): void {
  const target = targetOf(path);
  if (target === undefined) writeNew(path, text);
  else replace(target, text, { shown: path, was });
}

/**
 * Replaces the text of a file, so that of several writers one is first, and the others find that the file has changed.
 *
 * @param target the file itself, behind all links
 */
export function replace(
  target: string,
  text: string | Uint8Array,
  { shown, was }: { readonly shown: string; readonly was?: string | undefined },
): void {
  const draft = beginDraft(target, visibleLine(shown), "Nothing was changed.", () => {
    accessSync(target, constants.W_OK);
    return statSync(target).mode;
  });
  try {
    draft.add(text);
    draft.put((draftFile) => {
      const { mode, uid, gid } = statSync(target);
      if (uid !== process.geteuid?.()) chownSync(draftFile, uid, gid);
      chmodSync(draftFile, mode);
      if (was !== undefined && digest(readFileSync(target)) !== was) {
        throw new Problem(
          "conflict",
          `${visibleLine(shown)} was changed in the meantime; nothing was written. Try again.`,
        );
      }
      renameSync(draftFile, target);
    });
  } catch (error) {
    throw draft.dropAfter(error);
  }
}

/**
 * Makes a folder and those above it, one by one: Node's recursive mkdir never ends where nothing can be made (/proc).
 *
 * @throws Problem when it can't be made, or is no folder
 */
export function makeFolder(path: string): void {
  const isThere = (): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  if (isThere()) return;
  if (existsSync(path)) throw new Problem("unreadable", `${visibleLine(path)} is no folder.`);
  makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process may have been faster.
    if (isThere()) return;
    throw folderError(path, error);
  }
}

/** What to throw for a system error when writing into a folder. */
export function folderError(folder: string, error: unknown): unknown {
  if (!isSystemError(error)) return error;
  return new Problem("unwritable", `${visibleLine(folder)} can't be written into: ${visibleLine(error.message)}.`);
}

/** Where a text is written before it replaces a file. */
export function draftPath(path: string): string {
  return join(dirname(path), `.${basename(path)}.new`);
}

/** A text that is being written beside its target. */
interface Draft {
  readonly add: (text: string | Uint8Array) => void;
  /** Syncs it, and moves it into its place. */
  readonly put: (move?: (beside: string) => void) => void;
  /** Deletes it. */
  readonly drop: () => void;
  /** Deletes it because of an error, and returns what to throw. */
  readonly dropAfter: (error: unknown) => unknown;
}

function newDraft(path: string): Draft {
  const shown = visibleLine(path);
  const taken = `${shown} exists already; nothing was written.`;
  return beginDraft(
    path,
    shown,
    "Nothing was written.",
    () => {
      if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) throw new Problem("file-exists", taken);
      return 0o666;
    },
    (draftFile) => putNew(draftFile, path, taken),
  );
}

/** Error codes of disks that do not support hard links. */
const NO_LINKS = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"]);

/** Gives the draft its name, unless a file has it by now. */
function putNew(draftFile: string, path: string, taken: string): void {
  try {
    linkSync(draftFile, path);
    rmSync(draftFile);
  } catch (error) {
    if (systemCode(error) === "EEXIST") throw new Problem("file-exists", taken);
    if (!NO_LINKS.has(systemCode(error) ?? "")) throw error;
    if (existsSync(path)) throw new Problem("file-exists", taken);
    renameSync(draftFile, path);
  }
}

function beginDraft(
  target: string,
  shown: string,
  left: string,
  look: () => number,
  moving: (beside: string) => void = () => undefined,
): Draft {
  const draftFile = draftPath(target);
  let file: number | undefined;
  const failure = (error: unknown): unknown => {
    const code = systemCode(error);
    if (code === undefined || !(error instanceof Error)) return error;
    if (code === "EEXIST") {
      return new Problem(
        "busy",
        `${shown} is being written to; nothing was written. Try again. If nobody is writing, remove ${visibleLine(draftFile)}.`,
      );
    }
    return new Problem("unwritable", `${shown} can't be written: ${visibleLine(error.message)}. ${left}`);
  };
  const close = (): void => {
    if (file !== undefined) closeSync(file);
    file = undefined;
  };
  const drop = (): void => {
    try {
      close();
    } finally {
      rmSync(draftFile, { force: true });
    }
  };
  try {
    const mode = look();
    file = openSync(draftFile, "wx", mode & 0o777);
  } catch (error) {
    throw failure(error);
  }
  const opened = file;
  return {
    add: (text) => writeWhole(opened, typeof text === "string" ? Buffer.from(text) : text),
    put: (move = moving) => {
      fsyncSync(opened);
      close();
      move(draftFile);
      syncFolder(dirname(target));
    },
    drop,
    dropAfter: (error) => {
      drop();
      return failure(error);
    },
  };
}

/**
 * The file that a name leads to, behind all links; undefined when there is none.
 *
 * @throws Problem for a link that leads nowhere
 */
function targetOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch (error) {
    if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return undefined;
    const reason = error instanceof Error ? visibleLine(error.message) : "";
    throw new Problem(
      "unwritable",
      `${visibleLine(path)} can't be written: it is a link that leads nowhere (${reason}).`,
    );
  }
}

/** Syncs the name to the disk as well; not every system can do so for a folder. */
function syncFolder(path: string): void {
  let folder: number | undefined;
  try {
    folder = openSync(path, "r");
    fsyncSync(folder);
  } catch {
    // The file itself was synced.
  } finally {
    if (folder !== undefined) closeSync(folder);
  }
}
