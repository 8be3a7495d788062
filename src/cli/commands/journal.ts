/** `journal`: keeps a crisis for months, for many writers, in a file or on a server. */
import { nearest, visibleLine } from "../../scenario/index.ts";
import type { Call, Run } from "../command.ts";
import { didYouMean, type ExitCode, UsageError } from "../exit.ts";

/** The tasks, with the options that each understands, and whether it takes something else after the journal. */
const tasks: Readonly<
  Record<string, readonly [load: () => Promise<{ readonly run: Run }>, options: readonly string[], second?: true]>
> = {
  init: [() => import("../journal/init.ts"), ["from", "stream"]],
  append: [
    () => import("../journal/append.ts"),
    ["from", "event", "correct", "withdraw", "because", "expected", "json"],
  ],
  list: [() => import("../journal/list.ts"), ["actor", "act", "after", "at", "all", "follow", "jsonl", "width"]],
  show: [() => import("../journal/show.ts"), ["at", "json", "width"]],
  fork: [() => import("../journal/fork.ts"), ["as", "at"]],
  diff: [() => import("../journal/diff.ts"), ["width"], true],
  verify: [() => import("../journal/verify.ts"), ["known", "json"]],
  export: [() => import("../journal/export.ts"), ["format", "out"]],
  import: [() => import("../journal/import.ts"), ["from", "format", "json"], true],
  serve: [() => import("../journal/serve.ts"), ["port", "host"]],
};

/** Carries a task out. */
export async function run(call: Call): Promise<ExitCode> {
  const [name = "", ...args] = call.args;
  const task = Object.hasOwn(tasks, name) ? tasks[name] : undefined;
  if (task === undefined) {
    const names = Object.keys(tasks);
    throw new UsageError(
      `journal ${visibleLine(name)}: expected one of ${names.join(", ")}.${didYouMean(nearest(name, names))}`,
    );
  }
  const [load, understood, second = false] = task;
  const [excess] = args.slice(second && call.options["from"] === undefined ? 2 : 1);
  if (excess !== undefined) {
    const from = understood.includes("from") && !second ? " A scenario's file goes with --from FILE." : "";
    throw new UsageError(`journal ${name}: ${visibleLine(excess)} is one word too many.${from}`);
  }
  for (const option of Object.keys(call.options)) {
    if (!understood.includes(option)) {
      const known = understood.map((one) => `--${one}`).join(", ");
      throw new UsageError(`journal ${name} does not know --${option}. It knows ${known}.`);
    }
  }
  const { run: carryOut } = await load();
  return carryOut({ ...call, args });
}
