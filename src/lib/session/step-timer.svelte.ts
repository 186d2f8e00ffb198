import type { SharedState } from '#protocol/session-state.ts';

/**
 * The timer of a step as a screen shows it. The server's time counts: `offset` is server time minus the time of this
 * device. Nothing happens by itself when it runs out.
 */
export class StepTimer {
	#now = $state(Date.now());
	readonly #timer: () => SharedState['timer'];
	readonly #offset: () => number;

	/** Whether there is a timer, and whether it runs. */
	readonly phase: 'off' | 'running' | 'paused' | 'over' = $derived.by(() => {
		const { endsAt, leftMs } = this.#timer();
		if (leftMs !== null) return 'paused';
		if (endsAt === null) return 'off';
		return this.remaining > 0 ? 'running' : 'over';
	});

	/** What is left, in milliseconds. */
	readonly remaining: number = $derived.by(() => {
		const { endsAt, leftMs } = this.#timer();
		if (leftMs !== null) return leftMs;
		return endsAt === null ? 0 : Math.max(0, endsAt - this.#now - this.#offset());
	});

	constructor(timer: () => SharedState['timer'], offset: () => number) {
		this.#timer = timer;
		this.#offset = offset;
	}

	/** The device's clock has moved on. */
	tick(now: number): void {
		this.#now = now;
	}
}

/** Minutes and seconds as people read them on a clock: 4:05. A begun second counts as a whole one. */
export function clockFace(ms: number): string {
	const seconds = Math.ceil(ms / 1000);
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
