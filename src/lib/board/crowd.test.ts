import { expect, test } from 'vitest';
import { Crowd } from './crowd.ts';

test('many things in view are a crowd until clearly fewer are left, so that nothing flickers', () => {
	const crowd = new Crowd();
	expect(crowd.isOne(150)).toBe(false);
	expect(crowd.isOne(151)).toBe(true);
	expect(crowd.isOne(120)).toBe(true);
	expect(crowd.isOne(110)).toBe(false);
	expect(crowd.isOne(120)).toBe(false);
});
