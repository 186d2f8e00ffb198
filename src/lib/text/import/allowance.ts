import { importLimits } from './import-limits.ts';

/** What may still be brought in. Once something did not fit, nothing behind it does: a text is never taken over with holes. */
export class Allowance {
	#blocks = importLimits.blocks as number;
	#stretches = importLimits.stretches as number;
	#characters = importLimits.characters as number;
	#used = false;

	/** Whether one more paragraph of these stretches fits; then it is booked. */
	take(stretches: readonly string[]): boolean {
		const length = stretches.reduce((sum, words) => sum + words.length, 0);
		this.#used ||=
			this.#blocks < 1 ||
			this.#stretches < stretches.length ||
			this.#characters < length ||
			length > importLimits.paragraph;
		if (this.#used) return false;
		this.#blocks -= 1;
		this.#stretches -= stretches.length;
		this.#characters -= length;
		return true;
	}
}
