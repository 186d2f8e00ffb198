import { expect, test } from 'vitest';
import { suggestionRun } from './suggestion-run.ts';

test('whoever writes, suggests and decides, offline or not, all end with the same text, and an accepted one says what it should', () => {
	const end = performance.now() + 6_000;
	let fitted = 0;
	for (let seed = Date.now() % 2 ** 31; performance.now() < end; seed++) {
		try {
			fitted += suggestionRun(seed);
		} catch (error) {
			throw new Error(`Run ${seed} broke a promise; again: npm run fuzz -- --seed ${seed} --runs 1`, { cause: error });
		}
	}
	expect(fitted).toBeGreaterThan(0);
}, 60_000);
