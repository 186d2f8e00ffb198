import { expect, test } from 'vitest';
import {
	answerMessage,
	askMessage,
	countsAsChange,
	presenceMessage,
	readClientMessage,
	readSaved,
	readStateVector,
	savedMessage,
	updateMessage,
	writeStateVector
} from './messages.ts';

const bytes = new Uint8Array([1, 2, 3]);

test('what a client says is understood as it was meant', () => {
	expect(readClientMessage(askMessage(bytes))).toEqual({ type: 'ask', stateVector: bytes });
	expect(readClientMessage(updateMessage(bytes))).toEqual({ type: 'change', update: bytes, offline: false });
	expect(readClientMessage(answerMessage(bytes))).toEqual({ type: 'change', update: bytes, offline: true });
	expect(readClientMessage(presenceMessage(bytes))).toEqual({ type: 'presence', bytes });
	expect(readClientMessage(new Uint8Array([3]))).toEqual({ type: 'ask-presence' });
});

test('a message that promises more bytes than it brings is refused and never reads its neighbour’s memory', () => {
	const shared = new Uint8Array([0, 2, 9, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
	expect(() => readClientMessage(shared.subarray(0, 6))).toThrow('ends where it says');
});

test('unknown messages, trailing bytes and nothing at all are refused', () => {
	for (const frame of [[], [7], [0], [0, 9, 0], [0, 2, 1, 5, 6], [2, 0, 0], [102, 1]]) {
		expect(() => readClientMessage(new Uint8Array(frame)), String(frame)).toThrow();
	}
});

test('a state vector survives the journey, and one with a million entries is not read', () => {
	const known = new Map([
		[1, 5],
		[4_000_000_000, 77]
	]);
	expect(readStateVector(writeStateVector(known))).toEqual(known);
	expect(() => readStateVector(new Uint8Array([192, 132, 61]))).toThrow('at most');
});

test('"saved" counts the changes of a connection, and questions and presence do not count', () => {
	expect(readSaved(savedMessage(300))).toBe(300);
	expect(readSaved(updateMessage(bytes))).toBeNull();
	expect([updateMessage(bytes), answerMessage(bytes)].every(countsAsChange)).toBe(true);
	expect([askMessage(bytes), presenceMessage(bytes), savedMessage(1)].some(countsAsChange)).toBe(false);
});
