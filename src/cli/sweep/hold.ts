/** Holding a folder: one process at a time works in it. The system lets go of what a process held that has ended. */
import { join } from "node:path";
import { Problem, visibleLine } from "../../problem/index.ts";
import { quietly } from "../quiet.ts";

/** The file by which a folder is held. It is empty, and stays. */
const NAME = ".hold";

/**
 * Holds a folder until it is let go of, or the process ends, however it does: the hold is a lock that SQLite has the
 * system keep, so that none is left behind by a process that was killed.
 *
 * @returns lets go of it
 * @throws Problem when another process holds it, or it can't be written into
 */
export function holdFolder(folder: string): () => void {
  try {
    return quietly(() => {
      const { DatabaseSync } = process.getBuiltinModule("node:sqlite");
      const lock = new DatabaseSync(join(folder, NAME), { timeout: 0, allowExtension: false });
      try {
        lock.exec("BEGIN EXCLUSIVE");
      } catch (error) {
        lock.close();
        throw error;
      }
      return () => lock.close();
    });
  } catch (error) {
    if (!(error instanceof Error && "errcode" in error && typeof error.errcode === "number")) throw error;
    const shown = visibleLine(folder);
    const isHeld = (error.errcode & 0xff) === 5;
    throw new Problem(
      "bad-option",
      isHeld
        ? `Another sweep is at work in ${shown}. Wait until it has ended, and the same command goes on with it; or name another folder with --out.`
        : `${shown} can't be written into: ${visibleLine(error.message)}.`,
    );
  }
}
