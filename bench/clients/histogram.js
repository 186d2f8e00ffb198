const bucketsPerMillisecond = 10;
const longest = 20_000;

/** Times in steps of a tenth of a millisecond. Counting costs nearly nothing, so a receiver can count each change. */
export class Histogram {
	#buckets = new Uint32Array(longest * bucketsPerMillisecond);
	count = 0;

	/** @param {number} milliseconds */
	add(milliseconds) {
		const bucket = Math.min(Math.max(0, Math.floor(milliseconds * bucketsPerMillisecond)), this.#buckets.length - 1);
		this.#buckets[bucket] = (this.#buckets[bucket] ?? 0) + 1;
		this.count++;
	}

	/** @param {number} share as 0.95 */
	quantile(share) {
		let left = this.count * share;
		for (const [bucket, count] of this.#buckets.entries()) {
			left -= count;
			if (left <= 0 && this.count > 0) return (bucket + 1) / bucketsPerMillisecond;
		}
		return NaN;
	}

	clear() {
		this.#buckets.fill(0);
		this.count = 0;
	}
}
