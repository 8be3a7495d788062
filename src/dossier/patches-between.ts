/** The difference between two dossiers that need not follow from each other, as immer patches. */
import { enablePatches, isDraft, original, type Patch, produceWithPatches } from "immer";
import type { Dossier } from "./dossier.ts";

enablePatches();

/** The patches that make one dossier of another: only what differs, down to single values. */
export function patchesBetween(from: Dossier, to: Dossier): readonly Patch[] {
  const [, patches] = produceWithPatches(from, (draft) => become(draft, to));
  return patches;
}

/** Writes into a draft until it equals the target. */
function become(draft: object, target: object): void {
  if (Array.isArray(draft) && Array.isArray(target)) draft.length = Math.min(draft.length, target.length);
  for (const key of Object.keys(draft)) if (!Object.hasOwn(target, key)) Reflect.deleteProperty(draft, key);
  for (const [key, value] of Object.entries(target)) {
    const current: unknown = Reflect.get(draft, key);
    if (isDraft(current) && original(current) === value) continue;
    if (isHolder(current) && isHolder(value) && Array.isArray(current) === Array.isArray(value)) become(current, value);
    else if (current !== value) Reflect.set(draft, key, value);
  }
}

function isHolder(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
