/** The rules of a dot round as its ballot needs them. */
export interface DotRules {
	dots: number;
	maxPerOption: number;
}

/** Reads the rules from a round's stored params; a round without them has no dots to give. */
export function dotRules(params: Record<string, unknown>): DotRules {
	const whole = (value: unknown, fallback: number) => (Number.isSafeInteger(value) ? (value as number) : fallback);
	return { dots: whole(params.dots, 0), maxPerOption: whole(params.maxPerOption, 1) };
}

/** A ballot while somebody fills it in: dots go on and off, never more than the rules allow. */
export class DotDraft {
	#placed: Record<string, number> = $state({});
	readonly #rules: () => DotRules;

	/** How many dots are still to give. */
	readonly left: number = $derived.by(() => {
		const used = Object.values(this.#placed).reduce((sum, count) => sum + count, 0);
		return Math.max(0, this.#rules().dots - used);
	});

	constructor(rules: () => DotRules, cast: Record<string, number> = {}) {
		this.#rules = rules;
		this.#placed = { ...cast };
	}

	/** How many dots lie on an option. */
	on(option: string): number {
		return this.#placed[option] ?? 0;
	}

	/** Whether another dot fits on it. */
	mayAdd(option: string): boolean {
		return this.left > 0 && this.on(option) < this.#rules().maxPerOption;
	}

	/** Whether there is one to take away. */
	mayTake(option: string): boolean {
		return this.on(option) > 0;
	}

	add(option: string): void {
		if (this.mayAdd(option)) this.#placed[option] = this.on(option) + 1;
	}

	take(option: string): void {
		if (this.mayTake(option)) this.#placed[option] = this.on(option) - 1;
	}
}
