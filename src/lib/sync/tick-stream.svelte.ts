import { onWake } from '#lib/ui/on-wake.ts';

/** What a screen needs of `EventSource`; tests bring their own. */
export interface TickSource {
	onmessage: ((event: MessageEvent) => void) | null;
	onopen: ((event: Event) => void) | null;
	onerror: ((event: Event) => void) | null;
	close(): void;
}

/** How long a gap lasts before people are told, in milliseconds. */
const patience = 4_000;

/**
 * Keeps a screen up to date: whenever something has changed there, `refresh` asks for what the screen shows;
 * one question at a time, a change meanwhile asks once more. The server tells at each beginning, so nothing is missed in a gap.
 */
export class TickStream {
	/** The connection has been away for a while. */
	offline = $state(false);
	#asking = false;
	#again = false;
	#gap: ReturnType<typeof setTimeout> | undefined;
	#source: TickSource | null = null;
	readonly #connect: () => TickSource;
	readonly #refresh: () => Promise<void>;

	constructor(connect: () => TickSource, refresh: () => Promise<void>) {
		this.#connect = connect;
		this.#refresh = refresh;
	}

	/** Starts to listen; after a gap the browser comes back by itself, after a nap at once. Returns how to stop. */
	listen(): () => void {
		this.#open();
		const stopWaking = onWake((stale) => {
			if (!stale && !this.offline) return;
			this.#source?.close();
			this.#open();
		});
		return () => {
			stopWaking();
			clearTimeout(this.#gap);
			this.#source?.close();
		};
	}

	#open(): void {
		const source = this.#connect();
		this.#source = source;
		source.onopen = () => {
			clearTimeout(this.#gap);
			this.#gap = undefined;
			this.offline = false;
		};
		source.onerror = () => (this.#gap ??= setTimeout(() => (this.offline = true), patience));
		source.onmessage = () => void this.#ask();
	}

	async #ask(): Promise<void> {
		if (this.#asking) {
			this.#again = true;
			return;
		}
		this.#asking = true;
		try {
			do {
				this.#again = false;
				await this.#refresh();
			} while (this.#again);
		} finally {
			this.#asking = false;
		}
	}
}
