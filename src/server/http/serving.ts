/** How a journal is served: where, whom it lets in, and how much a client may ask for. */
import { randomBytes } from "node:crypto";
import { hostname } from "node:os";

/** Who is let in. */
export interface Access {
  /** Names that this machine goes by, in small letters, beside its addresses. */
  readonly names: readonly string[];
  /** What must be given; absent where only this machine can reach the server. */
  readonly token?: string | undefined;
}

/** Where and for whom a journal is served. */
export interface ServeOptions extends Access {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  readonly limits?: Partial<ServingLimits>;
}

/** Limits of what a client may ask for, and how long it may take; times in milliseconds. */
export interface ServingLimits {
  /** Bytes of a body. */
  readonly body: number;
  /** How long a request may take to arrive. */
  readonly request: number;
  /** How long a client may take nothing of an answer. */
  readonly patience: number;
  /** How often a client that follows hears something when nothing comes: by that it is noticed that it is gone. */
  readonly heartbeat: number;
  /** How long those who are answered are waited for at the end. */
  readonly farewell: number;
  readonly connections: number;
  /** Those of them that follow live. */
  readonly live: number;
}

/** For a class: some hundred browsers, each with a feed and now and then a request. */
export const LIMITS: ServingLimits = {
  body: 1024 * 1024,
  request: 15_000,
  patience: 30_000,
  heartbeat: 15_000,
  farewell: 2_000,
  connections: 512,
  live: 256,
};

/** Whom a host lets in: this machine alone without a token, every other with a new one. */
export function accessOf(host: string): Access {
  if (/^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|::1)$/i.test(host)) return { names: ["localhost"] };
  const own = hostname().toLowerCase();
  const token = randomBytes(18).toString("base64url");
  return { names: ["localhost", host.toLowerCase(), own, `${own}.local`], token };
}
