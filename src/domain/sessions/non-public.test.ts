import { describe, expect, test } from 'vitest';
import { may } from '../rights/rights.ts';
import { changesWhatRests, closeToPublic, reopenToPublic, staysInside, stepMark } from './non-public.ts';

describe('the public of a session', () => {
	const nobody = { leads: false, office: false, member: false };

	test('guests and people from elsewhere in the house are the public', () => {
		expect(staysInside(nobody)).toBe(false);
	});

	test('who leads, who steers the house and who belongs to the process stays inside', () => {
		for (const one of ['leads', 'office', 'member'] as const)
			expect(staysInside({ ...nobody, [one]: true })).toBe(true);
	});
});

describe('closing a session to the public', () => {
	test('is one deed at any time until the end, and twice is once', () => {
		for (const state of ['lobby', 'running', 'paused'] as const) {
			expect(closeToPublic({ state, partId: null })).toEqual({ ok: true, value: { changes: true } });
			expect(closeToPublic({ state, partId: 'p' })).toEqual({ ok: true, value: { changes: false } });
		}
		expect(closeToPublic({ state: 'ended', partId: null })).toMatchObject({ problem: { code: 'session.closed' } });
	});

	test('is over only when no vote of the part is open; a public vote goes on', () => {
		const session = { state: 'running', partId: 'p' } as const;
		expect(reopenToPublic(session, ['p'])).toMatchObject({ problem: { code: 'session.vote-still-open' } });
		expect(reopenToPublic(session, [null, 'earlier'])).toEqual({ ok: true, value: { changes: true } });
		expect(reopenToPublic({ ...session, partId: null }, [null])).toEqual({ ok: true, value: { changes: false } });
	});
});

describe('the mark of a step', () => {
	const [open, closed] = [{ nonPublic: false }, { nonPublic: true }];

	test('is that of its visits; what comes later is public again', () => {
		expect(stepMark([])).toBe('public');
		expect(stepMark([open])).toBe('public');
		expect(stepMark([open, closed])).toBe('partly');
		expect(stepMark([closed, closed])).toBe('wholly');
	});
});

test('what rests can be read by all who may, and changed by nobody', () => {
	for (const action of ['board.read', 'text.read', 'session.lead'] as const)
		expect(changesWhatRests(action)).toBe(false);
	for (const action of [
		'board.write-cards',
		'board.comment',
		'text.write',
		'text.suggest',
		'checkpoint.restore'
	] as const) {
		expect(changesWhatRests(action)).toBe(true);
		expect(may(['process-lead'], action)).toBe(true);
	}
});
