/** Where time goes: a CPU profile of some work, its own time by whose code it was spent in. */
import { Session } from "node:inspector/promises";

/** Shares of the time of some work, largest first; those below two hundredths are left out. */
export async function shares(
  work: () => void,
  by: "folder" | "function" = "folder",
): Promise<readonly (readonly [owner: string, share: number])[]> {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.start");
  work();
  const { profile } = await session.post("Profiler.stop");
  session.disconnect();
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const callers = new Map(profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const spent = new Map<string, number>();
  profile.samples?.forEach((sample, k) => {
    let at: number | undefined = sample;
    // What the engine does for a caller, such as sorting, is the caller's time.
    while (at !== undefined && ownerOf(nodes.get(at)?.callFrame, by) === undefined) at = callers.get(at);
    const owner = at === undefined ? undefined : ownerOf(nodes.get(at)?.callFrame, by);
    if (owner !== undefined) spent.set(owner, (spent.get(owner) ?? 0) + Math.max(0, profile.timeDeltas?.[k] ?? 0));
  });
  const whole = [...spent.values()].reduce((sum, one) => sum + one, 0);
  return [...spent]
    .map(([owner, time]) => [owner, time / whole] as const)
    .filter(([, share]) => share >= 0.02)
    .sort(([, one], [, other]) => other - one);
}

/** The garbage collector, a package, or a folder or function of this project; undefined for what belongs to none. */
function ownerOf(
  frame: { readonly functionName: string; readonly url: string } | undefined,
  by: "folder" | "function",
): string | undefined {
  if (frame?.functionName === "(garbage collector)") return "the garbage collector";
  const [, file] = /\/src\/(.+)\.ts$/.exec(frame?.url ?? "") ?? [];
  if (by === "function" && file !== undefined && frame?.functionName) return `\`${frame.functionName}\` of ${file}`;
  const [, part] = /\/(?:node_modules\/(?=[^/]+\/)|(?=src\/))((?:src\/)?[a-z-]+)\//.exec(frame?.url ?? "") ?? [];
  return part === undefined ? undefined : `\`${part}\``;
}
