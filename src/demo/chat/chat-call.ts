/** A call that the stand-in decided about. */
export interface ChatCall {
  /** When it was decided, by the server's `now`. */
  readonly at: number;
  /** Which command: the last part of the path, whether or not there is such a command. */
  readonly command: string;
  /** `From_Account`; '' when there is none. */
  readonly from: string;
  /** The accounts named in the call, as far as the body could be read; for a list the one that it is of. */
  readonly accounts: readonly string[];
  /** The answer's ErrorCode, or `'fault'` when a fault kept the client from getting a documented answer. */
  readonly code: number | 'fault';
  /** As it came; '' when absent. */
  readonly random: string;
  /** As it came; '' when absent. A secret. */
  readonly usersig: string;
}
