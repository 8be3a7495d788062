/** Sweeps on a server, as it is seen by those who submit them, work for them, collect their rows, or only look. */
import type { Plan, SweepJob, SweepResult } from "../../futures/index.ts";
import type { Sharding } from "./shards.ts";
import type { ModelVersion, SweepSpec } from "./sweep-spec.ts";

/** A sweep on a server. */
export interface SubmittedSweep extends Sharding {
  readonly id: string;
  readonly queue: string;
  readonly title: string;
  /** Its spec as text, not yet looked at. */
  readonly spec: string;
  readonly futures: number;
  readonly begun: Date;
}

/** A shard that failed as often as it may. */
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
  /** Shards of which a second worker made other rows than the first. */
  readonly otherwise: readonly number[];
}

/** How shards are tried. */
export interface Retries {
  /**
   * Seconds after which a shard goes to another worker too, of whose worker nothing was heard. Below ten, the least
   * that the queue listens for: after which any shard does that is not back.
   */
  readonly patience: number;
  /** How often it is tried in all. */
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
  /** Told how many futures have landed. */
  readonly onDone: (futures: number) => void;
}

/** How a worker works. */
export interface WorkerOptions {
  /** Sweeps of any other are left to others. */
  readonly model: ModelVersion;
  /** Shards at a time, each on a core of its own. */
  readonly workers: number;
  /** Milliseconds between two looks into an empty queue. */
  readonly poll: number;
  /** Ends when the queue has nothing to do, and nothing under way anywhere. */
  readonly untilDone: boolean;
  /** Takes nothing more; what is under way is finished, or given back when it takes long. */
  readonly signal: AbortSignal;
}

/** What a worker did. */
export interface WorkerResult {
  readonly landed: number;
  readonly failed: number;
  /** Jobs that asked for nothing that there is. */
  readonly refused: number;
}

/** How a server is opened. */
export interface ConnectionOptions {
  /** Seconds between two looks at shards whose worker has not come back; absent for one that only looks. */
  readonly watch?: number;
  /** The machine of a worker, under which the server hears of it; absent for one that is no worker. */
  readonly worker?: string;
  /** Connections at most. */
  readonly connections: number;
  /** Told, in sentences, of what a person may want to know: the server is away, a shard failed. */
  readonly say: (text: string) => void;
}

/** A server with sweeps. */
export interface SweepServer {
  /** For messages: its address without user and password. */
  readonly name: string;
  /**
   * Submits a sweep, if it is not there already, and queues what is missing of it: never a shard that has landed, and
   * none twice. Those that are dead are given all their tries again.
   */
  readonly submit: (submission: Submission) => Promise<SubmittedSweep>;
  /**
   * The rows of a sweep from a row on, in their order, as they land, from any worker.
   *
   * @throws Problem `stopped` when shards are dead and nothing else is left to wait for, or what landed can't be read
   */
  readonly collect: (
    sweep: SubmittedSweep,
    job: SweepJob,
    from: number,
    options: CollectOptions,
  ) => AsyncGenerator<SweepResult>;
  /** Works out shards of any sweep of a model, until it is stopped or nothing is left. */
  readonly work: (options: WorkerOptions) => Promise<WorkerResult>;
  /** All sweeps, the latest first, or those whose id begins so. */
  readonly list: (prefix?: string) => Promise<readonly SubmittedSweep[]>;
  readonly status: (sweep: SubmittedSweep) => Promise<SweepStatus>;
  /** How many workers the server has heard of lately. */
  readonly workers: () => Promise<number>;
  /** Forgets a sweep: its jobs, and all that has landed of it. */
  readonly forget: (sweep: SubmittedSweep) => Promise<void>;
}
