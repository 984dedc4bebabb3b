/** The sign of life of a question that takes long. */
export interface Progress {
  /** Sends it after a while, unless the question has settled before. */
  start(afterMs: number, accounts: number): void;
  /** Waits for one already being sent, so that the answer never comes before it. */
  settle(): Promise<void>;
}

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
