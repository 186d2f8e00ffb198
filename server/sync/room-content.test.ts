import { expect, test } from 'vitest';
import { RoomContent } from './room-content.ts';

const rows = (count: number, from = 1) =>
	Array.from({ length: count }, (_, index) => ({ seq: from + index, author: null, bytes: new Uint8Array(10) }));

test('a new snapshot is worth making when many rows lie behind the last one and weigh something beside it', () => {
	const young = new RoomContent({ uptoSeq: 0, bytes: new Uint8Array(2), clocks: new Map() }, rows(20));
	expect([young.outgrows(20), young.outgrows(19)]).toEqual([false, true]);

	const old = new RoomContent({ uptoSeq: 0, bytes: new Uint8Array(8000), clocks: new Map() }, rows(100));
	expect([old.size, old.outgrows(20)]).toEqual([9000, false]);
	old.append(rows(1, 101));
	expect([old.size, old.outgrows(20)]).toEqual([9010, true]);
});

test('after a snapshot only what came after it counts', () => {
	const content = new RoomContent({ uptoSeq: 0, bytes: new Uint8Array(2), clocks: new Map() }, rows(30));
	content.adopt({ uptoSeq: 28, bytes: new Uint8Array(100), clocks: new Map() });
	expect([content.size, content.head, content.outgrows(1)]).toEqual([120, 30, true]);
	expect(content.outgrows(2)).toBe(false);
});
