/** An edit as one line of YAML, as a file writes it. */
import type { Edit } from "../../history/index.ts";
import { flow } from "./braces.ts";
import { fileForm } from "./file-form.ts";

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
