import { randomUUID } from 'node:crypto';
import type { FanOut, Listener } from './fan-out.ts';

/** A bus within one process, for several sync servers side by side. */
export class MemoryBus {
	readonly ends = new Set<MemoryFanOut>();

	/** A new end of the bus. */
	join(): MemoryFanOut {
		const end = new MemoryFanOut(this);
		this.ends.add(end);
		return end;
	}
}

/** An end of a bus within one process. It can be cut off for a while, as a network would do it. */
export class MemoryFanOut implements FanOut {
	readonly self = randomUUID();
	connected = true;
	readonly #listeners = new Map<string, Listener>();

	constructor(private readonly bus: MemoryBus) {}

	publish(topic: string, message: Uint8Array): void {
		if (!this.connected) return;
		for (const end of this.bus.ends) if (end !== this) end.#deliver(topic, message.slice(), this.self);
	}

	subscribe(topic: string, listener: Listener): () => void {
		this.#listeners.set(topic, listener);
		this.#stand(topic, listener);
		return () => {
			if (this.#listeners.get(topic) === listener) this.#listeners.delete(topic);
		};
	}

	/** From now on this end says and hears nothing. */
	cut(): void {
		this.connected = false;
	}

	/** The connection is back. */
	mend(): void {
		if (this.connected) return;
		this.connected = true;
		for (const [topic, listener] of this.#listeners) this.#stand(topic, listener);
	}

	async close(): Promise<void> {
		this.connected = false;
		this.#listeners.clear();
		this.bus.ends.delete(this);
	}

	#deliver(topic: string, message: Uint8Array, sender: string): void {
		setImmediate(() => {
			if (this.connected) this.#listeners.get(topic)?.hear(message, sender);
		});
	}

	#stand(topic: string, listener: Listener): void {
		setImmediate(() => {
			if (this.connected && this.#listeners.get(topic) === listener) listener.listening();
		});
	}
}
