import { RateLimiterMemory } from 'rate-limiter-flexible';

/** Counts failures only: a whole council behind one address signs in without ever being slowed down. */
export class FailureLimit {
	readonly #each: RateLimiterMemory;
	readonly #all: RateLimiterMemory;

	/** At most `each` failures per key and `all` in total within `seconds`. */
	constructor({ each, all, seconds }: { each: number; all: number; seconds: number }) {
		this.#each = new RateLimiterMemory({ points: each, duration: seconds });
		this.#all = new RateLimiterMemory({ points: all, duration: seconds });
	}

	/** How many seconds somebody has to wait; 0 if she may try. */
	async wait(key: string): Promise<number> {
		const [each, all] = await Promise.all([this.#each.get(key), this.#all.get('all')]);
		const waits = [each, all].map((state) => (state && state.remainingPoints <= 0 ? state.msBeforeNext : 0));
		return Math.ceil(Math.max(...waits) / 1000);
	}

	/** Notes one failure. */
	async failed(key: string): Promise<void> {
		await Promise.allSettled([this.#each.consume(key), this.#all.consume('all')]);
	}
}

/** Addresses of one household or office count as one: the first three parts of IPv4, the first four groups of IPv6. */
export function neighbourhood(address: string): string {
	const v4 = address.replace(/^::ffff:/, '');
	return v4.includes(':') ? v4.split(':').slice(0, 4).join(':') : v4.split('.').slice(0, 3).join('.');
}
