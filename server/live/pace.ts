/** How many times as long as the last telling took is waited until the next one. */
const restPerWork = 4;

/** The longest that is waited for that reason, in milliseconds. */
const longestRest = 1000;

/**
 * How soon screens hear of a change. Who is busy gathers longer, so that taking what people send comes before showing it to others: at most
 * a fifth of the time of a session goes into telling.
 */
export class Pace {
	readonly #took = new Map<string, number>();

	/** Telling of this session took so many milliseconds. */
	note(sessionId: string, took: number): void {
		this.#took.set(sessionId, took);
	}

	/** Nobody looks on any longer. */
	forget(sessionId: string): void {
		this.#took.delete(sessionId);
	}

	/** How many milliseconds to gather changes, where a quiet program would gather for `within`. */
	gather(sessionId: string, within: number): number {
		return Math.max(within, Math.min(restPerWork * (this.#took.get(sessionId) ?? 0), longestRest));
	}
}
