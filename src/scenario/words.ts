/** Words of patterns: regions and their states as a file, a pattern and a law's breach write them, parties by code. */
import { type Dyad, type Region, regionNames } from "../machine/index.ts";

/** A region's name as patterns write it: `missionB` as `missions.PAK`. */
export function regionKey(region: Region, { a, b }: Dyad): string {
  if (region === "missionA") return `missions.${a}`;
  return region === "missionB" ? `missions.${b}` : region;
}

/** The region of a key: `missions.PAK` as `missionB`; undefined when it is none. */
export function regionOfKey(key: string, dyad: Dyad): Region | undefined {
  return regionNames.find((region) => regionKey(region, dyad) === key);
}

/** The keys of all regions in a dyad. */
export function regionKeys(dyad: Dyad): readonly string[] {
  return regionNames.map((region) => regionKey(region, dyad));
}

/** A state as patterns write it, parties by code: `by-a` as `by-IRN`. */
export function stateWord(state: string, { a, b }: Dyad): string {
  return state.replace(/\bby-a$/, `by-${a}`).replace(/\bby-b$/, `by-${b}`);
}
