import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRoomMessage, writeRoomMessage, type RoomMessage } from './bus-messages.ts';

const person = fc.uuid();
const rows = fc.array(
	fc.record({
		seq: fc.nat(),
		author: fc.option(person),
		bytes: fc.uint8Array().map((bytes) => new Uint8Array(bytes))
	})
);
const words = fc.array(
	fc.record({
		client: fc.nat({ max: 0xffffffff }),
		clock: fc.nat(),
		text: fc.option(fc.json()),
		personId: person
	})
);
const messages: fc.Arbitrary<RoomMessage> = fc.oneof(
	fc.record({ kind: fc.constant('rows' as const), rows }),
	fc.record({ kind: fc.constant('head' as const), seq: fc.nat() }),
	fc.record({ kind: fc.constant('people' as const), words, ask: fc.boolean() }),
	fc.record({ kind: fc.constant('state' as const) })
);

test('what one process tells about a document, the other reads as it was meant', () => {
	fc.assert(
		fc.property(messages, (message) => {
			expect(readRoomMessage(writeRoomMessage(message))).toEqual(message);
		})
	);
});

test('what a newer program tells is passed over, and what breaks off is an error', () => {
	expect(readRoomMessage(new Uint8Array([99, 1, 2]))).toBeNull();
	const whole = writeRoomMessage({ kind: 'rows', rows: [{ seq: 5, author: null, bytes: new Uint8Array([1, 2, 3]) }] });
	expect(() => readRoomMessage(whole.subarray(0, whole.length - 2))).toThrow();
});
