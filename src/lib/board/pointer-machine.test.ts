import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { PointerMachine, type PointerHost, type PointerSign, type PointerTarget } from './pointer-machine.ts';

let told: string[];
let machine: PointerMachine;
let selecting: boolean;
let drawing: boolean;

const sign = (x: number, y: number, more: Partial<PointerSign> = {}): PointerSign => ({
	id: 1,
	type: 'mouse',
	button: 0,
	adding: false,
	free: false,
	x,
	y,
	...more
});
const board: PointerTarget = { kind: 'board' };
const card = (id: string): PointerTarget => ({ kind: 'element', id });

beforeEach(() => {
	vi.useFakeTimers();
	told = [];
	selecting = drawing = false;
	const host: PointerHost = {
		mayDrag: (id) => id !== 'locked',
		selecting: () => selecting,
		drawing: () => drawing,
		draw: ({ x, y }, phase) => told.push(`draw ${x},${y} ${phase}`),
		tap: (target, _at, adding) =>
			told.push(`tap ${'id' in target ? target.id : target.kind}${adding ? ' adding' : ''}`),
		hold: (target) => {
			if ('id' in target) told.push(`hold ${target.id}`);
			return 'id' in target;
		},
		pan: ({ x, y }) => told.push(`pan ${x},${y}`),
		pinch: (at, _by, factor) => told.push(`pinch ${at.x},${at.y} ${factor}`),
		marquee: (from, to, phase) => told.push(`marquee ${from.x},${from.y} ${to.x},${to.y} ${phase}`),
		drag: (id, way, _adding, phase) => told.push(`drag ${id} ${way.x},${way.y}${way.free ? ' free' : ''} ${phase}`),
		connect: (id, to, phase) => told.push(`connect ${id} ${to.x},${to.y} ${phase}`),
		resize: (id, way, phase) => told.push(`resize ${id} ${way.x},${way.y} ${phase}`)
	};
	machine = new PointerMachine(host);
});

afterEach(() => void vi.useRealTimers());

describe('one pointer', () => {
	test('a trembling hand taps and does not drag', () => {
		machine.down(sign(10, 10, { type: 'touch' }), card('a'));
		machine.move(sign(17, 12, { type: 'touch' }));
		machine.up(sign(17, 12, { type: 'touch' }));
		expect(told).toEqual(['tap a']);
		expect(machine.state).toBe('idle');
	});

	test('a card follows the hand and is put down once', () => {
		machine.down(sign(10, 10), card('a'));
		machine.move(sign(30, 10));
		machine.move(sign(60, 20));
		machine.up(sign(60, 20));
		expect(told).toEqual(['drag a 20,0 move', 'drag a 50,10 move', 'drag a 50,10 end']);
	});

	test('whether it may lie anywhere is asked at each moment of the way', () => {
		machine.down(sign(10, 10), card('a'));
		machine.move(sign(30, 10, { free: true }));
		machine.up(sign(30, 10));
		expect(told).toEqual(['drag a 20,0 free move', 'drag a 20,0 end']);
	});

	test('a card that this person may not move moves the view instead', () => {
		machine.down(sign(10, 10), card('locked'));
		machine.move(sign(30, 10));
		machine.up(sign(30, 10));
		expect(told).toEqual(['pan 20,0']);
	});

	test('the bare board pans, and with Shift or in the selecting mode it selects', () => {
		machine.down(sign(0, 0), board);
		machine.move(sign(20, 0));
		machine.move(sign(25, 5));
		machine.up(sign(25, 5));
		expect(told).toEqual(['pan 20,0', 'pan 5,5']);
		told = [];
		machine.down(sign(0, 0, { adding: true }), board);
		machine.move(sign(20, 20));
		machine.up(sign(20, 20));
		selecting = true;
		machine.down(sign(0, 0), board);
		machine.move(sign(9, 9));
		machine.up(sign(9, 9));
		expect(told).toEqual([
			'marquee 0,0 20,20 move',
			'marquee 0,0 20,20 end',
			'marquee 0,0 9,9 move',
			'marquee 0,0 9,9 end'
		]);
	});

	test('the middle button pans wherever it goes down, and never taps', () => {
		machine.down(sign(0, 0, { button: 1 }), card('a'));
		machine.move(sign(20, 0, { button: 1 }));
		machine.up(sign(20, 0, { button: 1 }));
		machine.down(sign(0, 0, { button: 2 }), card('a'));
		machine.up(sign(0, 0, { button: 2 }));
		expect(told).toEqual(['pan 20,0']);
	});

	test('handles connect and resize', () => {
		machine.down(sign(0, 0), { kind: 'connect', id: 'a' });
		machine.move(sign(50, 0));
		machine.up(sign(60, 0));
		machine.down(sign(0, 0), { kind: 'resize', id: 'a' });
		machine.move(sign(5, 5));
		machine.up(sign(5, 5));
		expect(told).toEqual(['connect a 50,0 move', 'connect a 60,0 end', 'resize a 5,5 move', 'resize a 5,5 end']);
	});

	test('a pointer that is taken away leaves everything where it was', () => {
		machine.down(sign(0, 0), card('a'));
		machine.move(sign(50, 0));
		machine.cancel();
		machine.move(sign(70, 0));
		expect(told).toEqual(['drag a 50,0 move', 'drag a 50,0 cancel']);
	});
});

const finger = (id: number, x: number, y: number) => sign(x, y, { id, type: 'touch' });

describe('a finger that rests', () => {
	test('on a card opens its menu after half a second, and lifting it does nothing more', () => {
		machine.down(finger(1, 10, 10), card('a'));
		machine.move(finger(1, 16, 12));
		vi.advanceTimersByTime(499);
		expect(told).toEqual([]);
		vi.advanceTimersByTime(1);
		machine.move(finger(1, 60, 60));
		machine.up(finger(1, 60, 60));
		expect(told).toEqual(['hold a']);
	});

	test('but goes on before drags the card', () => {
		machine.down(finger(1, 10, 10), card('a'));
		vi.advanceTimersByTime(300);
		machine.move(finger(1, 21, 10));
		vi.advanceTimersByTime(300);
		machine.up(finger(1, 21, 10));
		expect(told).toEqual(['drag a 11,0 move', 'drag a 11,0 end']);
	});

	test('on the bare board still taps', () => {
		machine.down(finger(1, 10, 10), board);
		vi.advanceTimersByTime(700);
		machine.up(finger(1, 10, 10));
		expect(told).toEqual(['tap board']);
	});

	test('beside a second one, or once it is lifted, asks for nothing', () => {
		machine.down(finger(1, 10, 10), card('a'));
		machine.down(finger(2, 90, 10), board);
		vi.advanceTimersByTime(600);
		machine.up(finger(1, 10, 10));
		machine.up(finger(2, 90, 10));
		machine.down(finger(3, 10, 10), card('a'));
		machine.up(finger(3, 10, 10));
		vi.advanceTimersByTime(600);
		expect(told).toEqual(['tap a']);
	});

	test('is a matter of fingers: a mouse held down on a card waits to drag it', () => {
		machine.down(sign(10, 10), card('a'));
		vi.advanceTimersByTime(600);
		machine.up(sign(10, 10));
		expect(told).toEqual(['tap a']);
	});
});

describe('two fingers', () => {
	test('zoom around the place between them', () => {
		machine.down(finger(1, 0, 0), board);
		machine.down(finger(2, 100, 0), board);
		machine.move(finger(2, 200, 0));
		expect(told).toEqual(['pinch 100,0 2']);
		machine.up(finger(1, 0, 0));
		machine.move(finger(2, 250, 0));
		expect(told).toHaveLength(1);
	});

	test('a second finger gives up the drag that the first began, so that no card flies away', () => {
		machine.down(finger(1, 0, 0), card('a'));
		machine.move(finger(1, 30, 0));
		machine.down(finger(2, 100, 0), board);
		expect(told).toEqual(['drag a 30,0 move', 'drag a 30,0 cancel']);
	});
});

describe('a pen', () => {
	beforeEach(() => void (drawing = true));

	test('draws from where it goes down, also a dot, and over whatever lies there', () => {
		machine.down(sign(10, 10), card('a'));
		machine.up(sign(10, 10));
		machine.down(sign(10, 10, { type: 'touch' }), board);
		machine.move(sign(12, 10, { type: 'touch' }));
		machine.up(sign(14, 10, { type: 'touch' }));
		const dot = ['draw 10,10 begin', 'draw 10,10 end'];
		expect(told).toEqual([...dot, 'draw 10,10 begin', 'draw 12,10 move', 'draw 14,10 end']);
	});

	test('is given up for two fingers, which move the view', () => {
		machine.down(sign(10, 10, { type: 'touch' }), board);
		machine.down(sign(20, 10, { type: 'touch', id: 2 }), board);
		machine.move(sign(30, 10, { type: 'touch', id: 2 }));
		expect(told).toEqual(['draw 10,10 begin', 'draw 10,10 cancel', 'pinch 20,10 2']);
	});

	test('goes on drawing when the hand beside it rests on the screen', () => {
		machine.down(sign(10, 10, { type: 'pen' }), board);
		machine.down(sign(300, 300, { type: 'touch', id: 2 }), board);
		machine.move(sign(20, 10, { type: 'pen' }));
		machine.up(sign(300, 300, { type: 'touch', id: 2 }));
		machine.up(sign(20, 10, { type: 'pen' }));
		expect(told).toEqual(['draw 10,10 begin', 'draw 20,10 move', 'draw 20,10 end']);
	});

	test('moves the view with any other button', () => {
		machine.down(sign(10, 10, { button: 1 }), board);
		machine.move(sign(40, 10, { button: 1 }));
		expect(told).toEqual(['pan 30,0']);
	});
});
