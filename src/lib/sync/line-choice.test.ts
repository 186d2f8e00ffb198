import { expect, test } from 'vitest';
import { httpFor, LineChoice } from './line-choice.ts';

const address = 'ws://wirkraum.example/sync/x';

function surroundings(kept = new Map<string, string>()) {
	const state = { now: 1_000, reachable: true };
	const choice = () =>
		new LineChoice({
			storage: {
				getItem: (key) => kept.get(key) ?? null,
				setItem: (key, value) => void kept.set(key, value),
				removeItem: (key) => void kept.delete(key)
			},
			reachable: async () => state.reachable,
			now: () => state.now
		});
	return { state, choice };
}

test('two WebSockets that are refused while the server answers lead to plain HTTP', async () => {
	const choice = surroundings().choice();
	expect(choice.line).toBe('web');
	await choice.failed(address, false);
	expect(choice.line).toBe('web');
	await choice.failed(address, false);
	expect(choice.line).toBe('http');
});

test('one that hangs is enough', async () => {
	const choice = surroundings().choice();
	await choice.failed(address, true);
	expect(choice.line).toBe('http');
});

test('a server that is away is no reason to do without WebSockets', async () => {
	const { state, choice } = surroundings();
	const here = choice();
	state.reachable = false;
	for (let times = 0; times < 9; times++) await here.failed(address, times % 2 === 0);
	expect(here.line).toBe('web');
});

test('one that opened makes earlier failures forgotten', async () => {
	const choice = surroundings().choice();
	await choice.failed(address, false);
	choice.opened();
	await choice.failed(address, false);
	expect(choice.line).toBe('web');
});

test('the choice holds over a reload, and after a while WebSockets get another chance', async () => {
	const { state, choice } = surroundings();
	await choice().failed(address, true);
	expect(choice().line).toBe('http');
	state.now += httpFor;
	const later = choice();
	expect(later.line).toBe('web');
	later.opened();
	expect(choice().line).toBe('web');
});

test('a browser that keeps nothing chooses all the same', async () => {
	const refuse = () => {
		throw new Error('not in a private window');
	};
	const storage = { getItem: refuse, setItem: refuse, removeItem: refuse };
	const choice = new LineChoice({ storage, reachable: async () => true, now: () => 0 });
	await choice.failed(address, true);
	expect(choice.line).toBe('http');
});
