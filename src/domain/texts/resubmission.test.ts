import { expect, test } from 'vitest';
import { isDecided, maySubmitAgain } from './resubmission.ts';

test('a passage is decided by its choice, and only with a reason where it is given up', () => {
	expect(isDecided({ choice: null, reason: 'Vielleicht' })).toBe(false);
	expect(isDecided({ choice: 'continue', reason: '' })).toBe(true);
	expect(isDecided({ choice: 'change', reason: '' })).toBe(true);
	expect(isDecided({ choice: 'give-up', reason: '  ' })).toBe(false);
	expect(isDecided({ choice: 'give-up', reason: 'Erledigt' })).toBe(true);
});

test('what somebody is still writing, and nobody has resolved, is not presented again', () => {
	expect(maySubmitAgain({ frozen: false, resolved: false })).toBe(false);
	expect(maySubmitAgain({ frozen: true, resolved: false })).toBe(true);
	expect(maySubmitAgain({ frozen: false, resolved: true })).toBe(true);
});
