/** How a journal is served: where, who is let in, and how much a client may ask for. */
import { randomBytes } from "node:crypto";
import { hostname } from "node:os";

/** Who is let in. */
export interface Access {
  /** Names of this machine, in small letters, besides its addresses. */
  readonly names: readonly string[];
  /** The token that clients need; absent if only this machine can reach the server. */
  readonly token?: string | undefined;
}

/** Where and for whom a journal is served. */
export interface ServeOptions extends Access {
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  readonly limits?: Partial<ServingLimits>;
}

/** Limits of what a client may ask for, and how long it may take; times in milliseconds. */
export interface ServingLimits {
  /** Maximum bytes of a body. */
  readonly body: number;
  /** How long a request may take to arrive. */
  readonly request: number;
  /** How long a client may read nothing of an answer. */
  readonly patience: number;
  /** How often a live reader gets a heartbeat when there is nothing new, which shows whether it is still there. */
  readonly heartbeat: number;
  /** How long the end of the server waits for running answers. */
  readonly farewell: number;
  readonly connections: number;
  /** How many of them may follow live. */
  readonly live: number;
}

/** Enough for a class: some hundred browsers, each with a feed and an occasional request. */
export const DEFAULT_LIMITS: ServingLimits = {
  body: 1024 * 1024,
  request: 15_000,
  patience: 30_000,
  heartbeat: 15_000,
  farewell: 2_000,
  connections: 512,
  live: 256,
};

/** Who is let in at a host: on a local one, this machine without a token; on any other, everyone with a new token. */
export function accessOf(host: string): Access {
  if (/^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|::1)$/i.test(host)) return { names: ["localhost"] };
  const own = hostname().toLowerCase();
  const token = randomBytes(18).toString("base64url");
  return { names: ["localhost", host.toLowerCase(), own, `${own}.local`], token };
}
