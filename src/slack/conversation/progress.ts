/** The line that says that an answer takes long. */
export interface Progress {
  /** Sends it after so many milliseconds, unless `settle` is called before. */
  start(afterMs: number): void;
  /** Sends none from here on; resolves once one that is being sent is there, so that the answer never comes before it. */
  settle(): Promise<void>;
}

/** @param send must not reject */
export function createProgress(send: () => Promise<void>): Progress {
  let timer: NodeJS.Timeout | undefined;
  let sending: Promise<void> | undefined;
  return {
    start(afterMs) {
      timer = setTimeout(
        () => {
          sending = send();
        },
        Math.max(0, afterMs),
      );
    },
    async settle() {
      clearTimeout(timer);
      await sending;
    },
  };
}
