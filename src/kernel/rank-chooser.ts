interface Queue {
  readonly size: number;
}

/**
 * Chooses which of several queues is served next, the most urgent one first. After `maxStreak` choices in a row of an
 * urgent one while a less urgent one waits, that one is chosen. The last queue holds idle work: it comes when all the
 * others are empty, and never counts as waiting.
 */
export class RankChooser {
  #streak = 0;

  constructor(private readonly maxStreak: number) {}

  /** The index of the queue to serve; `undefined` when all are empty. */
  peek(queues: readonly Queue[]): number | undefined {
    const urgent = firstWaiting(queues, 0, queues.length);
    if (urgent === undefined || this.#streak < this.maxStreak) return urgent;
    return firstWaiting(queues, urgent + 1, queues.length - 1) ?? urgent;
  }

  /** As {@link peek}, and counts the choice. */
  take(queues: readonly Queue[]): number | undefined {
    const chosen = this.peek(queues);
    if (chosen === undefined) return undefined;
    const passedOver = firstWaiting(queues, chosen + 1, queues.length - 1) !== undefined;
    const urgent = chosen === firstWaiting(queues, 0, queues.length);
    this.#streak = urgent && passedOver ? this.#streak + 1 : 0;
    return chosen;
  }

  copy(): RankChooser {
    const copy = new RankChooser(this.maxStreak);
    copy.#streak = this.#streak;
    return copy;
  }
}

function firstWaiting(queues: readonly Queue[], from: number, to: number): number | undefined {
  for (let rank = from; rank < to; rank++) if (queues[rank]?.size !== 0) return rank;
  return undefined;
}
