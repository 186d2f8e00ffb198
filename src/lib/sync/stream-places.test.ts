import { expect, test } from 'vitest';
import { streamPlaces, takePlace } from './stream-places.ts';

/** The locks of a browser, as far as places need them. */
function browserLocks(): Pick<LockManager, 'request'> {
	const held = new Set<string>();
	const request = async (
		name: string,
		_options: LockOptions,
		use: (lock: Lock | null) => Promise<unknown> | undefined
	): Promise<unknown> => {
		if (held.has(name)) return use(null);
		held.add(name);
		return Promise.resolve(use({ name, mode: 'exclusive' })).finally(() => held.delete(name));
	};
	return { request: request as LockManager['request'] };
}

test('all tabs together take only so many places, and one that is left can be taken again', async () => {
	const locks = browserLocks();
	const taken = [];
	for (let count = 0; count < streamPlaces; count++) taken.push(await takePlace(locks, true));
	expect(taken.every(Boolean)).toBe(true);
	expect(await takePlace(locks, true)).toBeNull();
	taken[1]!();
	await new Promise((resolve) => setTimeout(resolve));
	expect(await takePlace(locks, true)).not.toBeNull();
	expect(await takePlace(locks, true)).toBeNull();
});

test('nobody is counted over newer HTTP, or where the browser cannot count', async () => {
	const locks = browserLocks();
	for (let count = 0; count < 3 * streamPlaces; count++) {
		expect(await takePlace(locks, false)).not.toBeNull();
		expect(await takePlace(undefined, true)).not.toBeNull();
	}
});
