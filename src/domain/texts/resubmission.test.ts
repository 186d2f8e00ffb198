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
	expect(maySubmitAgain({ kind: 'vision', state: 'open' }, false)).toBe(false);
	expect(maySubmitAgain({ kind: 'vision', state: 'frozen' }, false)).toBe(true);
	expect(maySubmitAgain({ kind: 'vision', state: 'open' }, true)).toBe(true);
});

test('minutes are not presented again', () => {
	expect(maySubmitAgain({ kind: 'minutes', state: 'frozen' }, true)).toBe(false);
});
