/** Hooks: functions that are told what a journal does, and how it ended. */

/** What a journal does. */
export type Operation = "append" | "read" | "fork" | "verify" | "fold" | "import";

/** What is known of it when it begins and when it ends: counts, and names of streams. Never an entry. */
export type Details = Readonly<Record<string, string | number>>;

/** Told how it ended: with counts, or with the error that ended it. */
export type Finished = (details: Details, error?: unknown) => void;

/** Functions that are told of it. A hook that throws is the caller's mistake, and is not caught. */
export interface JournalHooks {
  /** Called as it begins; what it gives back is called once as it ends. */
  readonly started?: (operation: Operation, details: Details) => Finished | undefined;
}

/** Carries work out and reports it to the hooks. */
export type Observe = <Result>(operation: Operation, details: Details, work: () => Promise<Result>) => Promise<Result>;

/** What carries work out so that these hooks hear of it. */
export function observed(hooks: JournalHooks): Observe {
  return async (operation, details, work) => {
    const finished = hooks.started?.(operation, details);
    try {
      const result = await work();
      finished?.({});
      return result;
    } catch (error) {
      finished?.({}, error);
      throw error;
    }
  };
}
