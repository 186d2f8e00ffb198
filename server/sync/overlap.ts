import { ClockRanges } from './clock-ranges.ts';
import { scanUpdate } from './update-scan.ts';

/** Something that was written, or is to be. */
type Written = { readonly bytes: Uint8Array };

/** Whether any of these write under a client id and clock that one of those has written under already. Deletions never collide. */
export function overlap(those: readonly Written[], these: readonly Written[]): boolean {
	const written = new Map<number, ClockRanges>();
	for (const { client, clock, length } of structsOf(those)) {
		let ranges = written.get(client);
		if (!ranges) written.set(client, (ranges = new ClockRanges()));
		ranges.add(clock, clock + length);
	}
	return structsOf(these).some(({ client, clock, length }) => written.get(client)?.meets(clock, clock + length));
}

function structsOf(updates: readonly Written[]) {
	return updates.flatMap(({ bytes }) => scanUpdate(bytes).structs).filter(({ kind }) => kind !== 'skip');
}
