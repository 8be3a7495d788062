/** The interface of a server with sweeps: submitting them, working on them, collecting their rows, and their status. */
import type { Plan, SweepJob, SweepResult } from "../../futures/index.ts";
import type { Sharding } from "./shards.ts";
import type { ModelVersion, SweepSpec } from "./sweep-spec.ts";

/** A sweep on a server. */
export interface SubmittedSweep extends Sharding {
  readonly id: string;
  readonly queue: string;
  readonly title: string;
  /** Its spec as text, not yet checked. */
  readonly spec: string;
  readonly futures: number;
  readonly begun: Date;
}

/** A shard that failed on every try. */
export interface DeadShard {
  readonly shard: number;
  readonly reason: string;
}

/** How far a sweep has come. A shard has landed when its rows are on the server. */
export interface SweepStatus {
  /** Shards that have landed, and their futures. */
  readonly landed: number;
  readonly futures: number;
  readonly waiting: number;
  readonly active: number;
  readonly dead: readonly DeadShard[];
  /** Shards for which a second worker made different rows than the first. */
  readonly otherwise: readonly number[];
}

/** How often shards are tried, and when again. */
export interface Retries {
  /**
   * Seconds without a heartbeat of its worker after which a shard also goes to another one. Below ten, the queue's shortest
   * heartbeat: seconds after which any unfinished shard does.
   */
  readonly patience: number;
  /** The total number of tries. */
  readonly tries: number;
}

/** What is submitted. */
export interface Submission {
  readonly spec: SweepSpec;
  /** The plan that is made of the spec. */
  readonly plan: Plan;
  readonly title: string;
  /** Futures of a shard, about; a sweep that is on the server already keeps its shards. */
  readonly size: number;
  readonly retries: Retries;
}

/** How rows are collected. */
export interface CollectOptions {
  readonly signal: AbortSignal;
  readonly retries: Retries;
  /** Called with the number of futures that have landed. */
  readonly onDone: (futures: number) => void;
}

/** How a worker works. */
export interface WorkerOptions {
  /** Sweeps of any other model are left to other workers. */
  readonly model: ModelVersion;
  /** Shards at a time, each on a core of its own. */
  readonly workers: number;
  /** Milliseconds between two polls of an empty queue. */
  readonly poll: number;
  /** Ends when no job is waiting, nor under way anywhere. */
  readonly untilDone: boolean;
  /** Takes no more shards; those under way are finished, or given back if they take long. */
  readonly signal: AbortSignal;
}

/** What a worker did. */
export interface WorkerResult {
  readonly landed: number;
  readonly failed: number;
  /** Jobs for a sweep or shard that does not exist. */
  readonly refused: number;
}

/** How a server is opened. */
export interface ConnectionOptions {
  /** Seconds between two checks for shards whose worker has vanished; absent for a client that only reads. */
  readonly watch?: number;
  /** The machine's name of a worker, for the server; absent for a client that is no worker. */
  readonly worker?: string;
  /** Maximum number of connections. */
  readonly connections: number;
  /** Called with messages for the user: the server can't be reached, a shard failed. */
  readonly say: (text: string) => void;
}

/** A server with sweeps. */
export interface SweepServer {
  /** For messages: its address without user and password. */
  readonly name: string;
  /**
   * Submits a sweep, if it is not there already, and queues its missing shards: never one that has landed, and none
   * twice. Dead shards get all their tries again.
   */
  readonly submit: (submission: Submission) => Promise<SubmittedSweep>;
  /**
   * The rows of a sweep from a row on, in order, as they land, from any worker.
   *
   * @throws Problem `stopped` when shards are dead and nothing else is left to wait for, or what landed can't be read
   */
  readonly collect: (
    sweep: SubmittedSweep,
    job: SweepJob,
    from: number,
    options: CollectOptions,
  ) => AsyncGenerator<SweepResult>;
  /** Computes shards of any sweep of a model, until it is stopped or nothing is left. */
  readonly work: (options: WorkerOptions) => Promise<WorkerResult>;
  /** All sweeps, the latest first, or those whose id begins with a prefix. */
  readonly list: (prefix?: string) => Promise<readonly SubmittedSweep[]>;
  readonly status: (sweep: SubmittedSweep) => Promise<SweepStatus>;
  /** How many workers the server has heard of lately. */
  readonly workers: () => Promise<number>;
  /** Forgets a sweep: its jobs, and all that has landed of it. */
  readonly forget: (sweep: SubmittedSweep) => Promise<void>;
}
