import type { SessionState, SessionViewKind } from '#protocol/session-state.ts';
import { later } from '../support/sync.ts';
import type { Visitor } from '../support/visitor.ts';

/** Who waits until a state shows something, and is told when it came. */
interface Waiting {
	holds: (state: SessionState) => boolean;
	met: (at: number) => void;
}

/** An open screen of a session as a browser holds it: it comes back when its line was lost, and knows what it was sent. */
export class Screen {
	/** What the server sent over all its lines. */
	bytes = 0;
	/** Gets every state, with the moment at which it came. */
	heard: ((state: SessionState, at: number) => void) | undefined;
	#text = '';
	#parsed: SessionState | undefined;
	#line: AbortController | undefined;
	#open = true;
	readonly #waiting = new Set<Waiting>();

	private constructor(
		readonly visitor: Visitor,
		readonly sessionId: string,
		readonly view: SessionViewKind
	) {}

	/** Opens a screen and waits for its first state. */
	static async open(visitor: Visitor, sessionId: string, view: SessionViewKind): Promise<Screen> {
		const screen = new Screen(visitor, sessionId, view);
		void screen.#keepListening();
		await screen.when(() => true);
		return screen;
	}

	/** The last state. */
	get state(): SessionState {
		return (this.#parsed ??= JSON.parse(this.#text) as SessionState);
	}

	/** Waits until a state shows something; resolves with the moment at which it came, or Infinity if it never did. */
	when(holds: (state: SessionState) => boolean, within = 60_000): Promise<number> {
		if (this.#text && holds(this.state)) return Promise.resolve(performance.now());
		return new Promise((met) => {
			const waiting = { holds, met };
			this.#waiting.add(waiting);
			const patience = setTimeout(() => this.#waiting.delete(waiting) && met(Infinity), within);
			patience.unref();
		});
	}

	/** Loses the line; it comes back by itself. */
	drop(): void {
		this.#line?.abort();
	}

	close(): void {
		this.#open = false;
		this.#line?.abort();
	}

	async #keepListening(): Promise<void> {
		while (this.#open) {
			this.#line = new AbortController();
			await this.#listen(this.#line.signal).catch(() => undefined);
			if (this.#open) await later(400 + Math.random() * 1_600);
		}
	}

	async #listen(signal: AbortSignal): Promise<void> {
		const letters = new TextDecoder();
		let rest = '';
		for await (const bytes of await this.visitor.listen(this.sessionId, this.view, signal)) {
			this.bytes += bytes.byteLength;
			const events = (rest + letters.decode(bytes, { stream: true })).split('\n\n');
			rest = events.pop() ?? '';
			for (const event of events) if (event.startsWith('data: ')) this.#hear(event.slice(6));
		}
	}

	/** A state is read only when somebody wants to know: three hundred phones in one process have better things to do. */
	#hear(text: string): void {
		const at = performance.now();
		this.#text = text;
		this.#parsed = undefined;
		this.heard?.(this.state, at);
		for (const waiting of this.#waiting)
			if (waiting.holds(this.state)) {
				this.#waiting.delete(waiting);
				waiting.met(at);
			}
	}
}
