/** Where spread sweeps stand, seen from anywhere; and forgetting one. */
import { nearest, Problem, visibleLine } from "../../problem/index.ts";
import { json } from "../../render/index.ts";
import type { Board, Posted, Told } from "../../server/index.ts";
import { plural } from "../../views/index.ts";
import { type Call, flag, textOption } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { addressOption } from "./distributed.ts";

/** Tells where the sweeps on a server stand, or one of them. */
export async function status({ options, io }: Call): Promise<ExitCode> {
  const { boardOf, placeOf, withServer, workersOf } = await import("../../server/index.ts");
  const place = placeOf(addressOption(options));
  return withServer(place, { connections: 1, say: io.say }, async (server) => {
    const board = boardOf(server);
    const wanted = textOption(options, "status");
    const sweeps = wanted === undefined ? await board.list() : [await named(board, wanted)];
    const told: Told[] = [];
    for (const sweep of sweeps) told.push({ sweep, standing: await board.standing(sweep) });
    const workers = await workersOf(server);
    if (flag(options, "json")) {
      const { statusData } = await import("../output/sweep-status.ts");
      io.write(json(statusData(place.name, workers, told), 2));
    } else {
      const head = sweeps.length === 0 ? "no sweep" : plural(sweeps.length, "sweep");
      io.write(`${place.name}: ${head}, ${plural(workers, "worker")} heard of lately`);
      for (const one of told) io.write(await linesOf(one));
    }
    return exitCodes.fine;
  });
}

/** Forgets a sweep: its jobs and all that has landed of it. */
export async function forget({ options, io }: Call): Promise<ExitCode> {
  const { boardOf, placeOf, shortId, withServer } = await import("../../server/index.ts");
  const place = placeOf(addressOption(options));
  return withServer(place, { connections: 1, say: io.say }, async (server) => {
    const board = boardOf(server);
    const sweep = await named(board, textOption(options, "forget") ?? "");
    await board.forget(sweep);
    io.say(`Forgot sweep ${shortId(sweep.id)}, ${visibleLine(sweep.title)}: its jobs and what had landed of it.`);
    return exitCodes.fine;
  });
}

/** The one sweep whose id begins so. */
async function named(board: Board, id: string): Promise<Posted> {
  const found = /^[0-9a-f]+$/.test(id) ? await board.list(id) : [];
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  if (found.length > 1)
    throw new Problem("bad-option", `${plural(found.length, "sweep")} begin with ${id}. Give more of the id.`);
  const { shortId } = await import("../../server/index.ts");
  const known = (await board.list()).map((sweep) => shortId(sweep.id));
  throw new Problem("no-such-sweep", `There is no sweep ${visibleLine(id)} there.`, {
    suggestion: nearest(id, known),
    expected: "demarche sweep --on ADDRESS --status lists all.",
  });
}

async function linesOf({ sweep, standing }: Told): Promise<string> {
  const { deadText, otherwiseText, shortId } = await import("../../server/index.ts");
  const { landed, waiting, active, dead, otherwise } = standing;
  const share = Math.floor((landed / sweep.shards) * 100);
  const parts = [
    `${landed} of ${plural(sweep.shards, "shard")} landed, ${share} %`,
    ...(active > 0 ? [`${active} under way`] : []),
    ...(waiting > 0 ? [`${waiting} waiting`] : []),
    ...(dead.length > 0 ? [`${dead.length} dead`] : []),
  ];
  const more = [
    ...(dead.length > 0 ? [deadText(standing, sweep).trimEnd()] : []),
    ...(otherwise.length > 0 ? [otherwiseText(otherwise)] : []),
  ];
  const begun = sweep.begun.toISOString().slice(0, 16).replace("T", " ");
  return [
    `${shortId(sweep.id)}  ${visibleLine(sweep.title)}`,
    `  ${parts.join(", ")} · ${sweep.futures.toLocaleString("en")} futures · begun ${begun} UTC`,
    ...more.flatMap((text) => text.split("\n")).map((text) => `  ${text}`),
  ].join("\n");
}
