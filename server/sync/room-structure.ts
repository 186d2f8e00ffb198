import type { RoomContent } from './room-content.ts';
import { Structure } from './structure.ts';
import { raiseClocks, scanUpdate, type ScannedUpdate } from './update-scan.ts';

/**
 * What a room knows of the structure of its document. Taking a large one apart lasts, and only what somebody writes has to be judged by
 * it, so that happens with the first change; who comes to read waits for nothing but the clocks, which lie beside the snapshot.
 */
export class RoomStructure {
	#clocks: Map<number, number>;
	#whole: Structure | null = null;

	constructor(private readonly content: RoomContent) {
		this.#clocks = clocksOf(content);
	}

	/** How far each client has written, as a state vector says it. */
	get clocks(): ReadonlyMap<number, number> {
		return this.#whole?.clocks ?? this.#clocks;
	}

	/** All of it, for judging. */
	get whole(): Structure {
		return (this.#whole ??= Structure.of(this.content.updates));
	}

	/** Takes in a row before it becomes part of the content. */
	add(row: ScannedUpdate): void {
		if (this.#whole) this.#whole.add(row);
		else raiseClocks(this.#clocks, row);
	}

	/** Believes from now on nothing but what the content says. */
	restore(): void {
		this.#whole = null;
		this.#clocks = clocksOf(this.content);
	}
}

function clocksOf({ clocks, tail }: RoomContent): Map<number, number> {
	return tail.reduce((known, row) => raiseClocks(known, scanUpdate(row.bytes)), new Map(clocks));
}
