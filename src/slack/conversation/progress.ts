/** The line that says that an answer takes long. */
export interface Progress {
  /** Sends it after so many milliseconds, unless `settle` is called before. */
  start(afterMs: number, accounts: number): void;
  /** Sends none from here on; resolves once one that is being sent is there, so that the answer never comes before it. */
  settle(): Promise<void>;
}

/** @param send must not reject */
export function createProgress(send: (accounts: number) => Promise<void>): Progress {
  let timer: NodeJS.Timeout | undefined;
  let sending: Promise<void> | undefined;
  return {
    start(afterMs, accounts) {
      timer = setTimeout(
        () => {
          sending = send(accounts);
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
