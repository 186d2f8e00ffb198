import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { closeCodes } from '#protocol/close-codes.ts';
import { jointStatus, offlineAfter, SaveState, transferredFor, type SaveStatus } from './save-state.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A document that has arrived, with nothing of ours to save. */
function open(): SaveState {
	const save = new SaveState();
	join(save);
	save.confirmed(1);
	return save;
}

function join(save: SaveState): void {
	save.connected();
	save.sent(true);
	save.synced();
}

function write(save: SaveState): void {
	save.changed();
	save.sent(false);
}

describe('"Gespeichert"', () => {
	test('a document on its way is not called saved', () => {
		const save = new SaveState();
		save.connected();
		save.sent(true);
		expect(save.status.kind).toBe('connecting');
		save.synced();
		expect(save.status.kind).toBe('saved');
	});

	test('is said only when the server has confirmed the last change', () => {
		const save = open();
		write(save);
		write(save);
		expect(save.status.kind).toBe('saving');
		save.confirmed(2);
		expect(save.status.kind).toBe('saving');
		save.confirmed(3);
		expect(save.status.kind).toBe('saved');
	});

	test('is not said before the server has the answer with what was written without a connection', () => {
		const save = open();
		save.disconnected();
		save.changed();
		save.connected();
		write(save);
		save.confirmed(1);
		expect(save.unsaved).toBe(true);
		save.sent(true);
		save.confirmed(2);
		expect(save.unsaved).toBe(false);
	});

	test('a late word from a connection that is gone counts for nothing', () => {
		const save = open();
		write(save);
		save.disconnected();
		save.confirmed(2);
		expect(save.unsaved).toBe(true);
	});
});

describe('without a connection', () => {
	test('a short gap is not mentioned', () => {
		const save = open();
		save.disconnected();
		vi.advanceTimersByTime(offlineAfter - 1);
		expect(save.status.kind).toBe('saved');
		join(save);
		vi.advanceTimersByTime(offlineAfter);
		expect(save.status.kind).toBe('saved');
	});

	test('after four seconds it is, also when doors open and close in between', () => {
		const save = open();
		save.disconnected();
		vi.advanceTimersByTime(2000);
		save.connected();
		save.disconnected();
		vi.advanceTimersByTime(2000);
		expect(save.status.kind).toBe('offline');
		join(save);
		save.confirmed(1);
		expect(save.status.kind).toBe('saved');
	});

	test('a first connection that does not come about is mentioned as well', () => {
		const save = new SaveState();
		vi.advanceTimersByTime(offlineAfter);
		expect(save.status.kind).toBe('offline');
	});

	test('a refusal names its reason and stays', () => {
		const save = open();
		save.disconnected();
		save.refused(closeCodes.notSignedIn);
		vi.advanceTimersByTime(offlineAfter);
		expect(save.status).toEqual({ kind: 'refused', reason: 'not-signed-in' });
	});
});

describe('after a gap that was mentioned', () => {
	function comeBack(save: SaveState): void {
		save.connected();
		save.sent(true);
		save.synced();
		save.confirmed(1);
	}

	test('it is said for a while how many changes were transferred', () => {
		const save = open();
		save.disconnected();
		vi.advanceTimersByTime(offlineAfter);
		for (const expected of [1, 2, 3]) {
			save.changed();
			expect(save.status).toEqual({ kind: 'offline', waiting: expected, kept: false });
		}
		comeBack(save);
		expect(save.status).toEqual({ kind: 'saved', transferred: 3 });
		vi.advanceTimersByTime(transferredFor);
		expect(save.status).toEqual({ kind: 'saved', transferred: 0 });
	});

	test('nothing is said when nothing was written, or nobody was told of the gap', () => {
		const save = open();
		save.disconnected();
		vi.advanceTimersByTime(offlineAfter);
		comeBack(save);
		expect(save.status).toEqual({ kind: 'saved', transferred: 0 });
		save.disconnected();
		save.changed();
		comeBack(save);
		expect(save.status).toEqual({ kind: 'saved', transferred: 0 });
	});

	test('work that a reload brought back counts, and is unsaved until it is confirmed', () => {
		let saved = 0;
		const save = new SaveState({ isKept: () => true, onSaved: () => saved++ });
		save.restored(2);
		expect(save.unsaved).toBe(true);
		expect(save.status).toEqual({ kind: 'connecting', waiting: 2 });
		vi.advanceTimersByTime(offlineAfter);
		expect(save.status).toEqual({ kind: 'offline', waiting: 2, kept: true });
		expect(saved).toBe(0);
		comeBack(save);
		expect([saved, save.status]).toEqual([1, { kind: 'saved', transferred: 2 }]);
	});
});

test('a screen with two documents says the graver word', () => {
	const saved: SaveStatus = { kind: 'saved', transferred: 0 };
	const offline: SaveStatus = { kind: 'offline', waiting: 1, kept: true };
	expect(jointStatus([saved, { kind: 'saving' }]).kind).toBe('saving');
	expect(jointStatus([offline, { kind: 'saving' }]).kind).toBe('offline');
	expect(jointStatus([saved, { kind: 'saved', transferred: 3 }])).toEqual({ kind: 'saved', transferred: 3 });
	expect(jointStatus([offline, { kind: 'offline', waiting: 2, kept: true }])).toEqual({ ...offline, waiting: 3 });
	expect(jointStatus([offline, { kind: 'offline', waiting: 0, kept: false }])).toEqual({ ...offline, kept: false });
	expect(jointStatus([])).toEqual({ kind: 'connecting', waiting: 0 });
});
