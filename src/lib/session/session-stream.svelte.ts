import type { AnyState } from '#protocol/session-state.ts';

/** What a screen needs from `EventSource`; tests bring their own. */
export interface StateSource {
	addEventListener(type: string, hear: (event: MessageEvent<string>) => void): void;
	close(): void;
}

/** How the screen hears from the server. Gaps shorter than `patience` still count as connected; `outside`: the session is not public now. */
export type Connection = 'connecting' | 'live' | 'offline' | 'removed' | 'outside';

/** How long a gap lasts before people are told, in milliseconds. */
export const patience = 4_000;

/** How long to wait before the next try: at once, then longer, and never all phones of a hall in the same moment. */
export function pauseBefore(attempt: number, chance: number): number {
	return Math.min(8_000, 400 * 2 ** Math.min(attempt, 5)) * (0.5 + chance / 2);
}

/**
 * The state of a live session as it comes from the server. Older states than the last one are ignored, the difference
 * between the clocks is known, and a lost connection is tried again until the screen is closed, or the person is removed or outside.
 */
export class SessionStream<State extends AnyState> {
	state: State = $state.raw()!;
	connection: Connection = $state('connecting');
	/** Server time minus the time of this device, in milliseconds. */
	offset = $state(0);
	#attempt = 0;
	#source: StateSource | null = null;
	#silence: ReturnType<typeof setTimeout> | undefined;
	#retry: ReturnType<typeof setTimeout> | undefined;
	readonly #connect: () => StateSource;

	constructor(first: State, connect: () => StateSource) {
		this.state = first;
		this.offset = first.now - Date.now();
		this.#connect = connect;
	}

	/** Starts to listen, or starts anew: for a phone that wakes up or a network that is back. */
	open(): void {
		if (this.connection === 'removed' || this.connection === 'outside') return;
		clearTimeout(this.#retry);
		this.#source?.close();
		this.#silence ??= setTimeout(() => (this.connection = 'offline'), patience);
		const source = this.#connect();
		this.#source = source;
		const whileCurrent = (act: (event: MessageEvent<string>) => void) => (event: MessageEvent<string>) => {
			if (this.#source === source) act(event);
		};
		source.addEventListener(
			'message',
			whileCurrent(({ data }) => this.#hear(JSON.parse(data) as State))
		);
		source.addEventListener(
			'error',
			whileCurrent(() => this.#lose())
		);
		source.addEventListener(
			'closing',
			whileCurrent(() => this.#lose())
		);
		source.addEventListener(
			'removed',
			whileCurrent(() => this.#end('removed'))
		);
		source.addEventListener(
			'outside',
			whileCurrent(() => this.#end('outside'))
		);
	}

	/** Takes a state, from the stream or from a page that was loaded again, unless a newer one is already here. */
	take(state: State): void {
		if (state.seq < this.state.seq) return;
		this.offset = state.now - Date.now();
		this.state = state;
	}

	/** Stops to listen. */
	close(): void {
		clearTimeout(this.#retry);
		this.#calm();
		this.#source?.close();
		this.#source = null;
	}

	#hear(state: State): void {
		this.#calm();
		this.#attempt = 0;
		this.connection = 'live';
		this.take(state);
	}

	/** The patience runs from the first loss on: many short tries make one long gap. */
	#lose(): void {
		this.#source?.close();
		this.#source = null;
		this.#silence ??= setTimeout(() => (this.connection = 'offline'), patience);
		clearTimeout(this.#retry);
		this.#retry = setTimeout(() => this.open(), pauseBefore(this.#attempt++, Math.random()));
	}

	#calm(): void {
		clearTimeout(this.#silence);
		this.#silence = undefined;
	}

	#end(why: 'removed' | 'outside'): void {
		this.close();
		this.connection = why;
	}
}
