/** The pictures of a report: the record, or it and a what-if; and panels beside. */
import type { Crisis } from "../crisis/index.ts";
import type { Look, Picture } from "../pictures/index.ts";
import { framed, sheetOf } from "../pictures/index.ts";

const none = (look: Look): Picture =>
  framed(sheetOf(look), { height: 100, title: "?", description: "?", text: "?", body: "" });
export const pictured = {
  record: (_: unknown, look: Look & { chosen?: string | undefined }) => none(look),
  branch: (_: unknown, _b: unknown, look: Look & { chosen?: string | undefined }) => none(look),
  panels: (_: unknown, look: Look, _width: number): Picture[] => [none(look)],
};

export function futuresShown(_scenario: unknown, _name: string, _followed: unknown): { pictures: readonly string[] } {
  return { pictures: [] };
}
