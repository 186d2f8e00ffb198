import { numbers } from './result.ts';

/** What somebody may give: how much in all, and how much to one option. */
export interface AmountRules {
	each: number;
	maxPerOption: number;
}

/** A ballot while somebody fills it in: dots or points go on and off, never more than the rules allow. */
export class AmountDraft {
	#placed: Record<string, number> = $state({});
	readonly #rules: AmountRules;

	/** How much is still to give. */
	readonly left: number = $derived.by(() => {
		const used = Object.values(this.#placed).reduce((sum, count) => sum + count, 0);
		return Math.max(0, this.#rules.each - used);
	});

	constructor(rules: AmountRules, cast: unknown, optionIds: readonly string[]) {
		this.#rules = rules;
		const given = numbers(cast);
		this.#placed = Object.fromEntries(optionIds.map((id) => [id, given(id)]));
	}

	/** How much lies on an option. */
	on(option: string): number {
		return this.#placed[option] ?? 0;
	}

	/** Whether more fits on it. */
	mayAdd(option: string): boolean {
		return this.left > 0 && this.on(option) < this.#rules.maxPerOption;
	}

	/** Whether there is something to take away. */
	mayTake(option: string): boolean {
		return this.on(option) > 0;
	}

	/** So much more, or as much as still fits. */
	add(option: string, step = 1): void {
		const fits = Math.min(step, this.left, this.#rules.maxPerOption - this.on(option));
		if (fits > 0) this.#placed[option] = this.on(option) + fits;
	}

	take(option: string, step = 1): void {
		if (this.mayTake(option)) this.#placed[option] = Math.max(0, this.on(option) - step);
	}
}
