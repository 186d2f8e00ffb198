import { expect, test } from 'vitest';
import { forgetSlips, SecretSlip } from './secret-slip.ts';

function shelf() {
	const kept = new Map<string, string>();
	return {
		kept,
		getItem: (name: string) => kept.get(name) ?? null,
		setItem: (name: string, value: string) => void kept.set(name, value),
		removeItem: (name: string) => void kept.delete(name),
		key: (at: number) => [...kept.keys()][at] ?? null,
		get length() {
			return kept.size;
		}
	};
}

test('after a reload the same browser can change what it sent, and another one cannot', () => {
	const own = shelf();
	const first = new SecretSlip(own, 'r1', 'anna');
	first.counted({ a: 3 });
	const again = new SecretSlip(own, 'r1', 'anna');
	expect([again.token, again.ballot]).toEqual([first.token, { a: 3 }]);
	expect(new SecretSlip(shelf(), 'r1', 'anna').token).not.toBe(first.token);
});

test('two people at one device have a secret each, and each round has its own', () => {
	const own = shelf();
	const tokens = [
		['r1', 'anna'],
		['r1', 'ben'],
		['r2', 'anna']
	].map(([round, who]) => new SecretSlip(own, round!, who!).token);
	expect(new Set(tokens).size).toBe(3);
});

test('when a round is over, this browser keeps nothing of it', () => {
	const own = shelf();
	for (const round of ['r1', 'r2']) new SecretSlip(own, round, 'anna').counted({ a: 1 });
	own.setItem('something else', 'stays');
	forgetSlips(own, ['r2']);
	expect([...own.kept.keys()]).toEqual(['wr-slip r2 anna', 'something else']);
});

test('a storage that is full or forbidden does not keep anybody from voting', () => {
	const full = {
		...shelf(),
		length: 0,
		setItem: () => {
			throw new Error('full');
		},
		getItem: () => '{broken'
	};
	expect(new SecretSlip(full, 'r1', 'anna').token).toMatch(/^[0-9a-f]{32}$/);
	expect(new SecretSlip(null, 'r1', 'anna').ballot).toBe(null);
});
