/** One life of a process: it can be ended between any two of its steps, as `kill -9` ends one, or stand still there for a while. */
export class Life {
  readonly name: string;
  readonly #endings: (() => void)[] = [];
  #isOver = false;
  #awake: Promise<void> | undefined;

  constructor(name: string) {
    this.name = name;
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  /** Resolves when it goes on; `undefined` while it doesn't stand still. */
  get awake(): Promise<void> | undefined {
    return this.#awake;
  }

  /** Lets it stand still until then, as a machine does that is moved, or short of memory. */
  standStill(until: Promise<void>): void {
    const awake = until.then(() => {
      if (this.#awake === awake) this.#awake = undefined;
    });
    this.#awake = awake;
  }

  /** Called at the end, to take away what others hold for it. Not called when it has ended already. */
  onEnd(ending: () => void): void {
    this.#endings.push(ending);
  }

  /** Ends it; safe to call twice. */
  end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    for (const ending of this.#endings) ending();
  }

  /** @returns what never settles once the life is over, and the work's result while it isn't */
  async survive<Result>(work: Promise<Result>): Promise<Result> {
    try {
      const result = await work;
      if (this.#awake) await this.#awake;
      return this.#isOver ? await never() : result;
    } catch (error) {
      if (this.#awake) await this.#awake;
      if (this.#isOver) return never();
      throw error;
    }
  }
}

/** A new one each time: one for all would keep everything that ever waited for it. */
export const never = () => new Promise<never>(() => {});
