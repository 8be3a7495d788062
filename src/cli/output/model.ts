/** The version of the model: that of the package, and a digest of the law. */
import { lawDigest } from "../../machine/index.ts";
import { packageVersion } from "../package.ts";

/** A model's version. */
export interface Model {
  readonly version: string;
  readonly chart: string;
}

let known: Model | undefined;

/** The version of the model at work. */
export function model(): Model {
  known ??= { version: packageVersion(), chart: lawDigest().slice(0, 16) };
  return known;
}
