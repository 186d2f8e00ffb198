import { expect, test } from 'vitest';
import { callAt } from './round-call.ts';

test('of the time for a vote, one minute before its end and the end itself are called out, and nothing else', () => {
	const calls: ReturnType<typeof callAt>[] = [];
	for (let left = 180_000; left >= -5_000; left -= 250) calls.push(callAt(left));
	expect(calls.filter((call, at) => call !== calls[at - 1])).toEqual([null, 'minute', null, 'over']);
});

test('who comes with half a minute left is not told that it is a whole one', () => {
	expect(callAt(30_000)).toBeNull();
});
