import type { Struct, StructId } from './update-scan.ts';

/**
 * Walks through the structs of an update so that everything comes after what it builds on, and calls `take` for each new one;
 * `take` must raise the clock of the struct's client in `clocks`. Returns how many had to be left out because something is missing.
 */
export function inOrder(
	structs: readonly Struct[],
	clocks: ReadonlyMap<number, number>,
	take: (struct: Struct) => void
): number {
	const clock = (client: number) => clocks.get(client) ?? 0;
	const queues = new Map<number, { structs: Struct[]; next: number }>();
	let left = 0;
	for (const struct of structs) {
		if (struct.kind === 'skip' || struct.clock + struct.length <= clock(struct.client)) continue;
		const queue = queues.get(struct.client);
		if (queue) queue.structs.push(struct);
		else queues.set(struct.client, { structs: [struct], next: 0 });
		left++;
	}
	const ready = [...queues.keys()];
	const waiting = new Map<number, number[]>();
	for (let client = ready.pop(); client !== undefined; client = ready.pop()) {
		const queue = queues.get(client)!;
		for (let struct = queue.structs[queue.next]; struct; struct = queue.structs[queue.next]) {
			const missing = struct.clock > clock(client) ? client : missingFor(struct, clock);
			if (missing !== null) {
				waiting.set(missing, [...(waiting.get(missing) ?? []), client]);
				break;
			}
			take(struct);
			queue.next++;
			left--;
			ready.push(...(waiting.get(client) ?? []));
			waiting.delete(client);
		}
	}
	return left;
}

/** The client whose things must be known before this struct can be placed, or null when nothing is missing. */
function missingFor(struct: Struct, clock: (client: number) => number): number | null {
	for (const id of [struct.origin, struct.rightOrigin, struct.parent]) {
		if (id && !isKnown(id, struct, clock)) return id.client;
	}
	return null;
}

/** A struct can build on nothing that the same client writes at or after it. */
function isKnown(id: StructId, struct: Struct, clock: (client: number) => number): boolean {
	return id.clock < (id.client === struct.client ? Math.min(clock(id.client), struct.clock) : clock(id.client));
}
