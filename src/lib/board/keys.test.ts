import { describe, expect, test } from 'vitest';
import { wishOf, type PressedKey } from './keys.ts';

const press = (key: string, more: Partial<PressedKey> = {}): PressedKey => ({
	key,
	ctrlKey: false,
	metaKey: false,
	altKey: false,
	shiftKey: false,
	...more
});

describe('keys on the board', () => {
	test('letters do things, and nothing once they are switched off', () => {
		expect(wishOf(press('n'), true)).toEqual({ does: 'new-note' });
		expect(wishOf(press('N', { shiftKey: true }), true)).toEqual({ does: 'new-note' });
		expect(wishOf(press('3'), true)).toEqual({ does: 'colour', colour: 'red' });
		for (const key of ['n', 'm', 'l', '3', '0', '?', '+']) expect(wishOf(press(key), false)).toBeNull();
	});

	test('keys that are no letters work always', () => {
		expect(wishOf(press('Enter'), false)).toEqual({ does: 'edit' });
		expect(wishOf(press('Delete'), false)).toEqual({ does: 'delete' });
		expect(wishOf(press('ArrowUp'), false)).toEqual({
			does: 'go',
			direction: 'up',
			adding: false
		});
	});

	test('arrows move what is chosen together with Ctrl, further with Shift', () => {
		expect(wishOf(press('ArrowLeft', { ctrlKey: true }), true)).toEqual({
			does: 'move',
			direction: 'left',
			big: false
		});
		expect(wishOf(press('ArrowLeft', { metaKey: true, shiftKey: true }), true)).toEqual({
			does: 'move',
			direction: 'left',
			big: true
		});
	});

	test('Shift and an arrow go on with what is chosen, and the space bar takes one thing in or out', () => {
		expect(wishOf(press('ArrowUp', { shiftKey: true }), false)).toEqual({ does: 'go', direction: 'up', adding: true });
		expect(wishOf(press(' '), false)).toEqual({ does: 'choose-also' });
	});

	test('own steps are taken back and done again', () => {
		expect(wishOf(press('z', { ctrlKey: true }), false)).toEqual({ does: 'undo' });
		expect(wishOf(press('Z', { ctrlKey: true, shiftKey: true }), false)).toEqual({ does: 'redo' });
	});

	test('Ctrl and D makes the same once more, the other keys of the clipboard are the browser’s', () => {
		expect(wishOf(press('d', { metaKey: true }), false)).toEqual({ does: 'duplicate' });
		for (const key of ['c', 'x', 'v']) expect(wishOf(press(key, { ctrlKey: true }), true)).toBeNull();
	});

	test('pages and brackets bring forward and send backward, on every keyboard', () => {
		expect(wishOf(press('PageUp'), false)).toEqual({ does: 'stack', way: 'forward' });
		expect(wishOf(press('PageDown', { shiftKey: true }), false)).toEqual({ does: 'stack', way: 'back' });
		expect(wishOf(press(']'), true)).toEqual({ does: 'stack', way: 'forward' });
		expect(wishOf(press('}', { ctrlKey: true, shiftKey: true }), true)).toEqual({ does: 'stack', way: 'front' });
		// These turn the tabs of the browser.
		expect(wishOf(press('PageUp', { ctrlKey: true }), true)).toBeNull();
	});

	test('what the browser needs for itself is left alone', () => {
		expect(wishOf(press('n', { ctrlKey: true }), true)).toBeNull();
		expect(wishOf(press('ArrowLeft', { altKey: true }), true)).toBeNull();
		expect(wishOf(press('0', { ctrlKey: true }), true)).toBeNull();
	});
});
