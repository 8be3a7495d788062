/** Where each command's code is. It is loaded when the command is called, and not before. */
import type { Run } from "./command.ts";

/** Loads a command's code, by the command's name. */
export const loaders: Readonly<Record<string, () => Promise<{ readonly run: Run }>>> = {
  replay: () => import("./commands/replay.ts"),
  check: () => import("./commands/check.ts"),
  show: () => import("./commands/show.ts"),
  "what-if": () => import("./commands/what-if.ts"),
  search: () => import("./commands/search.ts"),
  test: () => import("./commands/test.ts"),
  tournament: () => import("./commands/tournament.ts"),
  play: () => import("./commands/play.ts"),
  sweep: () => import("./commands/sweep.ts"),
  worker: () => import("./commands/worker.ts"),
  explain: () => import("./commands/explain.ts"),
  draw: () => import("./commands/draw.ts"),
  laws: () => import("./commands/laws.ts"),
  acts: () => import("./commands/acts.ts"),
  schema: () => import("./commands/schema.ts"),
  new: () => import("./commands/new.ts"),
  journal: () => import("./commands/journal.ts"),
  lesson: () => import("./commands/lesson.ts"),
  completion: () => import("./commands/completion.ts"),
};
