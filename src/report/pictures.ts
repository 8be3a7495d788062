/** The pictures of a report: the record, or it and a what-if; and the panels beside it. */
import type { Crisis } from "../crisis/index.ts";
import { type Look, type Picture, type RecordLook, recordPicture } from "../pictures/index.ts";
import type { Supposed } from "../scenario/index.ts";

export const pictured = {
  record: (told: Crisis, look: RecordLook): Picture => recordPicture(told, look),
  branch: (told: Crisis, _supposed: Supposed, look: RecordLook): Picture => recordPicture(told, look),
  panels: (_told: Crisis, _look: Look, _width: number): readonly Picture[] => [],
};

export function futuresShown(_scenario: unknown, _name: string, _followed: unknown): { pictures: readonly string[] } {
  return { pictures: [] };
}
