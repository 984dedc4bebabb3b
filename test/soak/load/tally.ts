/** What became of what people asked. */
export interface Tally {
  /** Requests of Slack's that the app acknowledged: commands, buttons, forms. */
  acknowledged: number;
  /** Those of them that Slack itself told the person failed: they know, and nothing is owed. */
  refused: number;
  /** Acknowledged and answered with what was asked for. */
  answered: number;
  /** Acknowledged, and answered with why it couldn't be done. */
  excused: number;
  /** Acknowledged, and nothing came: what was asked. */
  readonly unanswered: string[];
  /** Milliseconds from the request to its answer. */
  readonly answerMs: number[];
}

/** @returns one in which nothing has happened yet */
export function newTally(): Tally {
  return { acknowledged: 0, refused: 0, answered: 0, excused: 0, unanswered: [], answerMs: [] };
}
