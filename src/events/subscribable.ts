/** Values that come in time. */

/**
 * Something to subscribe to. With rxjs, `new Observable<Frame>((observer) => player.frames$.subscribe(observer))` makes
 * an Observable of a player's frames, with all the operators.
 */
export interface Subscribable<T> {
  subscribe(
    observer:
      | ((value: T) => void)
      | {
          readonly next?: (value: T) => void;
          readonly error?: (error: unknown) => void;
          readonly complete?: () => void;
        },
  ): { unsubscribe(): void };
}
