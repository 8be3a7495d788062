/** `journal`: keeps a crisis for months, for many writers, in a file or on a server. */
import { visibleLine } from "../../problem/index.ts";
import { badOption, type Call, type Run, unknownWord } from "../command.ts";
import type { ExitCode } from "../exit.ts";
import { type JournalTask, journalTasks } from "../usage/keeping-and-teaching.ts";

const loaders: Readonly<Record<JournalTask, () => Promise<{ readonly run: Run }>>> = {
  init: () => import("../journal/init.ts"),
  append: () => import("../journal/append.ts"),
  list: () => import("../journal/list.ts"),
  show: () => import("../journal/show.ts"),
  fork: () => import("../journal/fork.ts"),
  diff: () => import("../journal/diff.ts"),
  verify: () => import("../journal/verify.ts"),
  export: () => import("../journal/export.ts"),
  import: () => import("../journal/import.ts"),
  serve: () => import("../journal/serve.ts"),
};

/** The tasks that take another argument after the journal. */
const SECOND: readonly string[] = ["diff", "import"];

/** Carries a task out. */
export async function run(call: Call): Promise<ExitCode> {
  const [name = "", ...args] = call.args;
  if (!isTask(name)) throw unknownWord("journal", name, Object.keys(journalTasks));
  const understood: readonly string[] = journalTasks[name];
  const second = SECOND.includes(name);
  const [excess] = args.slice(second && call.options["from"] === undefined ? 2 : 1);
  if (excess !== undefined) {
    const from = understood.includes("from") && !second ? " A scenario's file goes with --from FILE." : "";
    throw badOption(`journal ${name}: ${visibleLine(excess)} is one argument too many.${from}`);
  }
  for (const option of Object.keys(call.options)) {
    if (!understood.includes(option)) {
      const known = understood.map((one) => `--${one}`).join(", ");
      throw badOption(`journal ${name} does not know --${option}. It knows ${known}.`);
    }
  }
  const { run: carryOut } = await loaders[name]();
  return carryOut({ ...call, args });
}

function isTask(name: string): name is JournalTask {
  return Object.hasOwn(journalTasks, name);
}
