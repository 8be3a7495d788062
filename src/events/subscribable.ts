/** Values that come in time. */

/**
 * Something to subscribe to. With rxjs, `new Observable((observer) => values.subscribe(observer))` makes an Observable
 * of it, with all the operators.
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
