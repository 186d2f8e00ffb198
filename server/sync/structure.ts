import { ClockRanges } from './clock-ranges.ts';
import { inOrder } from './causal-order.ts';
import { scanUpdate, type DeletedRange, type ScannedUpdate, type Struct, type StructId } from './update-scan.ts';

/** Where a client's things change their depth: `depths[i]` holds from `starts[i]` on. */
interface DepthRuns {
	readonly starts: number[];
	readonly depths: number[];
}

/**
 * What a room knows about its document without holding it: how far each client has written, how deep things lie and what is deleted.
 * Enough to judge an update; a few numbers for each note instead of a decoded document.
 */
export class Structure {
	readonly #clocks = new Map<number, number>();
	readonly #runs = new Map<number, DepthRuns>();
	readonly #deleted = new Map<number, ClockRanges>();

	/** The structure of a document given by its updates in order. */
	static of(updates: readonly Uint8Array[]): Structure {
		const structure = new Structure();
		for (const update of updates) structure.add(scanUpdate(update));
		return structure;
	}

	/** How far each client has written, as a state vector says it. */
	get clocks(): ReadonlyMap<number, number> {
		return this.#clocks;
	}

	clock(client: number): number {
		return this.#clocks.get(client) ?? 0;
	}

	hasDeleted({ client, clock, length }: DeletedRange): boolean {
		return this.#deleted.get(client)?.covers(clock, clock + length) ?? false;
	}

	/** How deep a struct lies: 1 directly in a root. What it builds on must be known. */
	depthOf(struct: Struct): number {
		if (struct.kind !== 'item') return 0;
		const beside = Math.max(this.#depthAt(struct.origin), this.#depthAt(struct.rightOrigin));
		return Math.max(beside, struct.parent || struct.root !== null ? this.#depthAt(struct.parent) + 1 : 0);
	}

	/** Takes an update in. What is known already changes nothing; what is beyond a gap is left out. */
	add(update: ScannedUpdate): void {
		inOrder(update.structs, this.#clocks, (struct) => this.addStruct(struct));
		this.addDeletes(update.deletes);
	}

	addDeletes(deletes: readonly DeletedRange[]): void {
		for (const { client, clock, length } of deletes) {
			let ranges = this.#deleted.get(client);
			if (!ranges) this.#deleted.set(client, (ranges = new ClockRanges()));
			if (length > 0) ranges.add(clock, clock + length);
		}
	}

	/** Takes one struct in whose predecessors are known. */
	addStruct(struct: Struct): void {
		const depth = this.depthOf(struct);
		let runs = this.#runs.get(struct.client);
		if (!runs) this.#runs.set(struct.client, (runs = { starts: [], depths: [] }));
		if (runs.depths.at(-1) !== depth) {
			runs.starts.push(this.clock(struct.client));
			runs.depths.push(depth);
		}
		this.#clocks.set(struct.client, struct.clock + struct.length);
	}

	/** Lets `steps` add structs of these clients. If it answers no or throws, nothing has changed. */
	attempt(clients: readonly number[], steps: () => boolean): boolean {
		const before = clients.map((client) => ({
			client,
			clock: this.#clocks.get(client),
			runs: this.#runs.get(client)?.starts.length ?? 0
		}));
		let done = false;
		try {
			done = steps();
		} finally {
			if (!done) for (const state of before) this.#restore(state.client, state.clock, state.runs);
		}
		return done;
	}

	#restore(client: number, clock: number | undefined, runs: number): void {
		if (clock === undefined) this.#clocks.delete(client);
		else this.#clocks.set(client, clock);
		const present = this.#runs.get(client);
		present?.starts.splice(runs);
		present?.depths.splice(runs);
	}

	#depthAt(id: StructId | null): number {
		const runs = id && this.#runs.get(id.client);
		if (!runs) return 0;
		let low = 0;
		let high = runs.starts.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (runs.starts[middle]! <= id.clock) low = middle + 1;
			else high = middle;
		}
		return runs.depths[low - 1] ?? 0;
	}
}
