import { expect, test } from 'vitest';
import { FailureLimit, neighbourhood } from './limits.ts';

test('after too many failures somebody waits, and others do not', async () => {
	const limit = new FailureLimit({ each: 3, all: 100, seconds: 60 });
	for (let i = 0; i < 3; i++) {
		expect(await limit.wait('a')).toBe(0);
		await limit.failed('a');
	}
	expect(await limit.wait('a')).toBeGreaterThan(0);
	expect(await limit.wait('b')).toBe(0);
});

test('many neighbourhoods together are slowed down too', async () => {
	const limit = new FailureLimit({ each: 100, all: 5, seconds: 60 });
	for (let i = 0; i < 5; i++) await limit.failed(`house ${i}`);
	expect(await limit.wait('somebody else')).toBeGreaterThan(0);
});

test('one office is one neighbourhood', () => {
	expect(neighbourhood('10.1.2.3')).toBe(neighbourhood('::ffff:10.1.2.99'));
	expect(neighbourhood('2001:db8:1:2:a::1')).toBe(neighbourhood('2001:db8:1:2:b::7'));
});
