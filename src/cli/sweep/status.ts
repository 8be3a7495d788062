/** Sweeps on a server: shows how far they have come, and forgets one. */
import { nearest, Problem, visibleLine } from "../../problem/index.ts";
import { line, plural } from "../../render/index.ts";
import type { SubmittedSweep, SweepServer, SweepStatus } from "../../server/index.ts";
import { writeAnswer } from "../answer.ts";
import { badOption, type Call, textOption } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { addressOption } from "./distributed.ts";

/** Shows how far the sweeps on a server have come, or one of them. */
export async function showStatus(call: Call): Promise<ExitCode> {
  const { options, io } = call;
  const { statusText, withSweepServer } = await import("../../server/index.ts");
  return withSweepServer(addressOption(options), { connections: 1, say: io.say }, async (server) => {
    const wanted = textOption(options, "status");
    const shown: { sweep: SubmittedSweep; status: SweepStatus }[] = [];
    for (const sweep of wanted === undefined ? await server.list() : [await findSweep(server, wanted)]) {
      shown.push({ sweep, status: await server.status(sweep) });
    }
    const workers = await server.workers();
    const head = shown.length === 0 ? "no sweep" : plural(shown.length, "sweep");
    const texts = shown.map(({ sweep, status }) => statusText(sweep, status));
    await writeAnswer(call, {
      data: async () => (await import("../../crisis/data/sweep-status.ts")).statusData(server.name, workers, shown),
      blocks: () => [
        [line(`${server.name}: ${head}, ${plural(workers, "worker")} heard of lately`)],
        ...texts.map((text) => text.split("\n").map((one) => line(one))),
      ],
    });
    return exitCodes.fine;
  });
}

/** Forgets a sweep: its jobs and all that has landed of it. */
export async function forget({ options, io }: Call): Promise<ExitCode> {
  const { shortId, withSweepServer } = await import("../../server/index.ts");
  return withSweepServer(addressOption(options), { connections: 1, say: io.say }, async (server) => {
    const sweep = await findSweep(server, textOption(options, "forget") ?? "");
    await server.forget(sweep);
    io.say(`Forgot sweep ${shortId(sweep.id)}, ${visibleLine(sweep.title)}: its jobs and what had landed of it.`);
    return exitCodes.fine;
  });
}

/** The only sweep whose id begins like this. */
async function findSweep(server: SweepServer, id: string): Promise<SubmittedSweep> {
  const found = /^[0-9a-f]+$/.test(id) ? await server.list(id) : [];
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  if (found.length > 1) throw badOption(`${plural(found.length, "sweep")} begin with ${id}. Give more of the id.`);
  const { shortId } = await import("../../server/index.ts");
  const known = (await server.list()).map((sweep) => shortId(sweep.id));
  throw new Problem("no-such-sweep", `There is no sweep ${visibleLine(id)} there.`, {
    suggestion: nearest(id, known),
    expected: "demarche sweep --on ADDRESS --status lists all.",
  });
}
