/** Emmett, the event store that the journal is measured beside: what the measurement uses of it. */
import { createRequire } from "node:module";
import { ownPackages } from "../scripts/own-packages.ts";

/** An event as Emmett stores it. */
interface EmmettEvent {
  readonly type: string;
  readonly data: object;
}

/** Its store on a PostgreSQL server. */
export interface Emmett {
  readonly schema: { readonly migrate: () => Promise<unknown> };
  readonly appendToStream: (stream: string, events: readonly EmmettEvent[]) => Promise<unknown>;
  readonly readStream: (stream: string) => Promise<{ readonly events: readonly unknown[] }>;
  readonly close: () => Promise<void>;
}

/** Opens the store; the first time that installs it. */
export function emmettOn(address: string): Emmett {
  const load = createRequire(ownPackages("bench/emmett"));
  return load("@event-driven-io/emmett-postgresql").getPostgreSQLEventStore(address);
}
