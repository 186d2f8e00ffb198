/** How much somebody may still send now. It may be overdrawn; whoever overdraws waits until it is even again. */
export class TokenBucket {
	#tokens: number;
	#at: number;

	constructor(
		private readonly capacity: number,
		private readonly perSecond: number,
		private readonly now: () => number = () => performance.now()
	) {
		this.#tokens = capacity;
		this.#at = now();
	}

	/** Pays, and answers for how many milliseconds the payer has to wait before the next word. */
	pay(tokens: number): number {
		const now = this.now();
		this.#tokens = Math.min(this.capacity, this.#tokens + ((now - this.#at) / 1000) * this.perSecond) - tokens;
		this.#at = now;
		return this.#tokens >= 0 ? 0 : (-this.#tokens / this.perSecond) * 1000;
	}
}
