import { expect, test } from 'vitest';
import { checkReason, compareVersions, type Saying } from './lineage.ts';

const goal = (itemId: string, sha256: string): Saying => ({ itemId, sha256, levelKey: 'ziel', parentItemId: '1' });

test('against 2022 the goals of 2023 are new, continued, changed or dropped', () => {
	const before = [goal('a', '1'), goal('b', '1'), goal('c', '1'), goal('d', '1')];
	const after = [goal('e', '1'), goal('a', '1'), goal('b', '2'), { ...goal('c', '1'), parentItemId: '2' }];
	expect(compareVersions(before, after)).toEqual([
		{ itemId: 'e', status: 'new' },
		{ itemId: 'a', status: 'continued' },
		{ itemId: 'b', status: 'changed' },
		{ itemId: 'c', status: 'changed' },
		{ itemId: 'd', status: 'dropped' }
	]);
});

test('no goal disappears without a reason of its own', () => {
	expect(checkReason('dropped', ' ', 'Wahljahr')).toEqual({
		ok: false,
		problem: { code: 'goal.reason-missing', status: 'dropped' }
	});
	expect(checkReason('dropped', 'erreicht').ok).toBe(true);
});

test('carried goals may share one reason, and new ones need none', () => {
	expect(checkReason('continued', null, 'Kommunalwahl: Status quo beibehalten').ok).toBe(true);
	expect(checkReason('continued', null).ok).toBe(false);
	expect(checkReason('new', null).ok).toBe(true);
});
