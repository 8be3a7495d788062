/** Limits of a server: who is let in, how much a client may ask for, and how long it may take. */

/** Who is let in. */
export interface Door {
  /** Names that this machine goes by, in small letters, beside its addresses. */
  readonly names: readonly string[];
  /** What must be given; absent where only this machine can reach the server. */
  readonly token?: string | undefined;
}

/** Times in milliseconds. */
export interface Limits {
  /** Bytes of a body. */
  readonly body: number;
  /** How long a request may take to arrive. */
  readonly request: number;
  /** How long a client may take nothing of an answer. */
  readonly patience: number;
  readonly heartbeat: number;
  /** How long those who are answered are waited for at the end. */
  readonly farewell: number;
  readonly connections: number;
  /** Those of them that follow live. */
  readonly live: number;
}

/** For a class: some hundred browsers, each with a feed and now and then a request. */
export const LIMITS: Limits = {
  body: 1024 * 1024,
  request: 15_000,
  patience: 30_000,
  heartbeat: 15_000,
  farewell: 2_000,
  connections: 512,
  live: 256,
};
