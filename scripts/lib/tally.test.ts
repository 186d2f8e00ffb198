import { expect, test } from 'vitest';
import { check, countPlaywright, countVitest, Tally } from './tally.js';

test('the closing line adds up tests and checks', () => {
	const tally = new Tally();
	tally.add(check(0));
	tally.add(check(2));
	tally.add(countVitest(1, { numPassedTests: 40, numFailedTests: 2 }));
	tally.add(countPlaywright(0, { stats: { expected: 5, flaky: 1, unexpected: 0, skipped: 3 } }));
	expect(tally.closingLine).toBe('47 passed, 3 failed');
});

test('a stage in which nothing ran is a failure', () => {
	expect(countVitest(0, { numPassedTests: 0, numFailedTests: 0 })).toEqual({ passed: 0, failed: 1 });
	expect(countPlaywright(0, { stats: { expected: 0, flaky: 0, unexpected: 0 } })).toEqual({ passed: 0, failed: 1 });
	expect(countVitest(1, undefined)).toEqual({ passed: 0, failed: 1 });
	expect(countPlaywright(1, undefined)).toEqual({ passed: 0, failed: 1 });
});

test('a fault outside of any test is a failure although all tests passed', () => {
	expect(countVitest(1, { numPassedTests: 9, numFailedTests: 0 })).toEqual({ passed: 9, failed: 1 });
});
