import type { Direction } from '#board/neighbours.ts';
import { colours, type Colour } from '#board/colours.ts';
import type { Stacking } from '#board/operations/stack-elements.ts';

/** What a key asks for, or somebody who has looked it up by its name. */
export type KeyWish =
	| {
			does:
				| 'new-note'
				| 'new-picture'
				| 'draw'
				| 'comment'
				| 'edit'
				| 'leave'
				| 'menu'
				| 'move-to'
				| 'connect'
				| 'group'
				| 'delete';
	  }
	| { does: 'choose-all' | 'choose-also' | 'duplicate' | 'undo' | 'redo' | 'list' | 'find' | 'help' | 'first' | 'last' }
	| {
			does: 'new-area' | 'align' | 'copy' | 'cut' | 'paste' | 'lock' | 'free' | 'bin' | 'export' | 'palette' | 'legend';
	  }
	| { does: 'templates' | 'keep-template' }
	| { does: 'zoom-in' | 'zoom-out' | 'fit' | 'minimap' | 'call' | 'slides' }
	| { does: 'go'; direction: Direction; adding: boolean }
	| { does: 'stack'; way: Stacking }
	| { does: 'move'; direction: Direction; big: boolean }
	| { does: 'colour'; colour: Colour };

/** A pressed key, as the browser tells it. */
export interface PressedKey {
	key: string;
	ctrlKey: boolean;
	metaKey: boolean;
	altKey: boolean;
	shiftKey: boolean;
}

const arrows: Record<string, Direction> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };
const letters: Record<string, KeyWish> = {
	n: { does: 'new-note' },
	b: { does: 'new-picture' },
	s: { does: 'draw' },
	a: { does: 'comment' },
	m: { does: 'move-to' },
	v: { does: 'connect' },
	g: { does: 'group' },
	l: { does: 'list' },
	p: { does: 'slides' },
	'+': { does: 'zoom-in' },
	'-': { does: 'zoom-out' },
	'0': { does: 'fit' },
	']': { does: 'stack', way: 'forward' },
	'[': { does: 'stack', way: 'backward' },
	'?': { does: 'help' }
};
const named: Record<string, KeyWish> = {
	Enter: { does: 'edit' },
	F2: { does: 'edit' },
	Escape: { does: 'leave' },
	Delete: { does: 'delete' },
	Backspace: { does: 'delete' },
	ContextMenu: { does: 'menu' },
	' ': { does: 'choose-also' },
	Home: { does: 'first' },
	End: { does: 'last' }
};

/** What a key asks for on the board. Keys of a single letter can be switched off, because speech input presses them by accident. */
export function wishOf(pressed: PressedKey, lettersOn: boolean): KeyWish | null {
	const { key, shiftKey, altKey } = pressed;
	const control = pressed.ctrlKey || pressed.metaKey;
	const direction = arrows[key];
	if (altKey) return null;
	if (direction)
		return control ? { does: 'move', direction, big: shiftKey } : { does: 'go', direction, adding: shiftKey };
	if (control) return withControl(key.toLowerCase(), shiftKey);
	if (key === 'F10' && shiftKey) return { does: 'menu' };
	if (key === 'PageUp') return { does: 'stack', way: shiftKey ? 'front' : 'forward' };
	if (key === 'PageDown') return { does: 'stack', way: shiftKey ? 'back' : 'backward' };
	if (named[key]) return named[key];
	if (!lettersOn) return null;
	const colour = /^[1-6]$/.test(key) ? colours[Number(key) - 1] : undefined;
	if (colour) return { does: 'colour', colour };
	return letters[key.toLowerCase()] ?? null;
}

function withControl(key: string, shift: boolean): KeyWish | null {
	if (key === 'z') return { does: shift ? 'redo' : 'undo' };
	if (key === 'y') return { does: 'redo' };
	if (key === 'a') return { does: 'choose-all' };
	if (key === 'f') return { does: 'find' };
	if (key === 'k') return { does: 'palette' };
	if (key === 'd') return { does: 'duplicate' };
	if (shift && (key === ']' || key === '}')) return { does: 'stack', way: 'front' };
	if (shift && (key === '[' || key === '{')) return { does: 'stack', way: 'back' };
	return null;
}
