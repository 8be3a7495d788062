/** Where the parts of a scenario stand in its file: beside the scenario, which knows nothing of files. */
import type { Place } from "./diagnostic.ts";
import { contractsIn } from "./schema/contract.ts";
import type { ReadFile } from "./schema/file.ts";

/** Where a value of a file stands, or its key. */
export type PlaceOf = (path: readonly PropertyKey[], atKey?: boolean) => Place;

/** The place of each part, or of the value of one of its keys; undefined for a part that there is not. */
export interface Places {
  readonly event: (id: string, key?: string) => Place | undefined;
  /** An item under `expect`, by its index. */
  readonly expectation: (index: number, key?: string) => Place | undefined;
  /** A contract of the file, by its name. */
  readonly contract: (name: string, key?: string) => Place | undefined;
  /** A rule of an actor's doctrine by its index; the doctrine itself where it is a strategy. */
  readonly rule: (actor: string, index: number) => Place | undefined;
  readonly whatIf: (name: string) => PlacesOfWhatIf;
}

/** The places of a what-if. */
export interface PlacesOfWhatIf {
  readonly name: Place;
  readonly edit: (index: number) => Place | undefined;
  readonly expectation: (index: number, key?: string) => Place | undefined;
  readonly contract: (name: string, key?: string) => Place | undefined;
}

/** Looks places up when they are asked for. */
export function placesIn(file: ReadFile, placeOf: PlaceOf): Places {
  const indices = new Map(file.events.map(({ id }, index) => [id, index]));
  const contracts = contractsIn(file);
  const within = (path: readonly PropertyKey[], key: string | undefined): Place =>
    placeOf(key === undefined ? path : [...path, key]);
  const item = (path: readonly PropertyKey[], list: readonly unknown[] | undefined, index: number, key?: string) =>
    index >= 0 && index < (list?.length ?? 0) ? within([...path, index], key) : undefined;
  const contractAt = (at: readonly PropertyKey[], some: typeof contracts, name: string, key: string | undefined) => {
    const path = some.find(({ contract }) => contract.name === name)?.path;
    return path === undefined ? undefined : within([...at, ...path], key);
  };
  return {
    event: (id, key) => item(["events"], file.events, indices.get(id) ?? -1, key),
    expectation: (index, key) => item(["expect"], file.expect, index, key),
    contract: (name, key) => contractAt([], contracts, name, key),
    rule: (actor, index) => {
      const doctrine = file.doctrines?.[actor];
      if (doctrine?.kind === "rules") return item(["doctrines", actor], doctrine.rules, index);
      if (index > 0 && doctrine?.beside !== undefined) {
        return item(["doctrines", actor, "beside"], doctrine.beside, index - 1);
      }
      return doctrine === undefined || index > 0 ? undefined : placeOf(["doctrines", actor]);
    },
    whatIf: (name) => {
      const path = ["what-if", name];
      const whatIf = file["what-if"]?.[name];
      const own = whatIf === undefined ? [] : contractsIn(whatIf);
      return {
        name: placeOf(path, true),
        edit: (index) => item([...path, "edit"], whatIf?.edit, index),
        expectation: (index, key) => item([...path, "expect"], whatIf?.expect, index, key),
        contract: (contract, key) => contractAt(path, own, contract, key),
      };
    },
  };
}
