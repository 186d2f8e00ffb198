import { limits as ordinaryLimits, type Limits } from '#protocol/limits.ts';
import type { SyncLog } from './access.ts';
import type { FanOut, Listener as FanOutListener } from './fan-out.ts';

/** What a part of the program does about the other processes. */
export interface NeighbourListener {
	/** Something was told to everybody. Kinds that one does not know are none of one's business. */
	told?(kind: string, body: unknown, process: string): void;
	/** Somebody has just come, or has missed something: what still holds is to be told again. */
	tellAgain?(): void;
	/** A process has said goodbye or has been silent for too long. */
	gone?(process: string): void;
	/** Something may have been missed here. */
	missed?(): void;
}

export interface NeighboursOptions {
	readonly bus: FanOut;
	readonly log: SyncLog;
	/** Limits that differ from the ordinary ones. */
	readonly limits?: Partial<Limits>;
}

const topic = 'all';
const everybody = '*';

/** The other processes of this installation: which of them are there, and what they tell each other. Of one that stops, all hear. */
export class Neighbours {
	readonly bus: FanOut;
	readonly limits: Limits;
	readonly log: SyncLog;
	readonly #listeners = new Set<NeighbourListener>();
	/** How many beats ago each process was heard. Beats and not time, so that one's own pause makes nobody else gone. */
	readonly #silentBeats = new Map<string, number>();
	readonly #beat: NodeJS.Timeout;

	constructor({ bus, log, limits }: NeighboursOptions) {
		this.bus = bus;
		this.log = log;
		this.limits = { ...ordinaryLimits, ...limits };
		this.#listen();
		this.#beat = setInterval(() => this.#show(), this.limits.busBeatEvery);
	}

	/** From now on this part of the program hears of the others. */
	attend(listener: NeighbourListener): void {
		this.#listeners.add(listener);
	}

	/** Tells all other processes; `body` travels as JSON. */
	tell(kind: string, body: unknown): void {
		this.bus.publish(topic, new TextEncoder().encode(JSON.stringify([kind, body])));
	}

	/** A process has given a sign of life. One that was not known is asked to tell what still holds. */
	heard(process: string): void {
		if (!this.#silentBeats.has(process)) this.tell('again', process);
		this.#silentBeats.set(process, 0);
	}

	/** What cannot be understood harms nobody: it is noted and passed over. */
	guarded(hear: FanOutListener['hear']): FanOutListener['hear'] {
		return (message, process) => {
			try {
				hear(message, process);
			} catch (error) {
				this.log.warn({ err: error, process }, 'A message of another process was not understood');
			}
		};
	}

	/** Says goodbye; the bus itself stays open. */
	close(): void {
		clearInterval(this.#beat);
		this.tell('bye', null);
		this.#listeners.clear();
	}

	#listening(): void {
		this.tell('again', everybody);
		for (const listener of this.#listeners) {
			listener.missed?.();
			listener.tellAgain?.();
		}
	}

	#take(message: Uint8Array, process: string): void {
		const [kind, body] = JSON.parse(new TextDecoder().decode(message)) as [string, unknown];
		if (kind === 'bye') return this.#forget(process);
		this.heard(process);
		if (kind === 'again' && (body === this.bus.self || body === everybody)) {
			for (const listener of this.#listeners) listener.tellAgain?.();
		}
		for (const listener of this.#listeners) listener.told?.(kind, body, process);
	}

	#listen(): void {
		this.bus.subscribe(topic, {
			hear: this.guarded((...said) => this.#take(...said)),
			listening: () => this.#listening()
		});
	}

	#show(): void {
		this.tell('here', null);
		for (const [process, beats] of this.#silentBeats) {
			if ((beats + 1) * this.limits.busBeatEvery > this.limits.neighbourGoneAfter) this.#forget(process);
			else this.#silentBeats.set(process, beats + 1);
		}
	}

	#forget(process: string): void {
		if (!this.#silentBeats.delete(process)) return;
		for (const listener of this.#listeners) listener.gone?.(process);
	}
}
