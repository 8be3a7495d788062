/** An edit as one line of YAML, as a file writes it. */
import { actOf, type DiplomaticEvent } from "../../events/index.ts";
import type { Edit } from "../../history/index.ts";
import { flow } from "./braces.ts";

/**
 * An edit as YAML in braces. Read again in the file that it belongs to, it is the same edit; but what a replacement
 * leaves out stays, so one that takes all causes, addressees or claims from its event can't be written.
 *
 * @example
 * ```ts
 * import { editYaml } from "demarche";
 * editYaml({ kind: "move", id: "call", to: "2024-01-17" }); // => '{ move: call, to: "2024-01-17" }'
 * ```
 */
export function editYaml(edit: Edit): string {
  if (edit.kind === "drop") return flow({ drop: edit.id });
  if (edit.kind === "swap") return flow({ swap: edit.id });
  const place = edit.before === undefined ? {} : { before: edit.before };
  if (edit.kind === "move") return flow({ move: edit.id, to: edit.to, ...place });
  if (edit.kind === "add") return flow({ add: fileForm(edit.event), ...place });
  const { id, ...others } = fileForm(edit.event);
  return flow({ replace: edit.id, with: others, ...place });
}

/** An event as a file writes it: one value instead of a list of one, and nothing that is said by being left out. */
export function fileForm({ source: _, version, ...event }: DiplomaticEvent): Readonly<Record<string, unknown>> {
  const { id, at, act, from, ...others } = event;
  const old = version === actOf(act).version ? {} : { version };
  const said = Object.entries(others).filter(([, value]) => !(Array.isArray(value) && value.length === 0));
  const short = said.map(([key, value]) => [key, SINGLE.has(key) ? single(value) : value]);
  return { id, at, act, from: single(from), ...old, ...Object.fromEntries(short) };
}

/** The lists that may be written as one value. */
const SINGLE: ReadonlySet<string> = new Set(["to", "because", "cite"]);

function single(value: unknown): unknown {
  return Array.isArray(value) && value.length === 1 ? value[0] : value;
}
