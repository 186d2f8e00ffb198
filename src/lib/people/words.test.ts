import { expect, test } from 'vitest';
import { factsAbout, shownName } from './words.ts';

const since = new Date('2026-03-12T10:00:00Z');

test('an account is known by address and role, a guest by day and session', () => {
	const account = {
		kind: 'account',
		email: 'seidel@kreis.example',
		role: 'member',
		since,
		sessions: ['Auftakt']
	} as const;
	expect(factsAbout(account)).toBe('seidel@kreis.example · Mitglied');
	const guest = { kind: 'guest', email: null, role: null, since, sessions: ['Auftakt', 'Klausur'] } as const;
	expect(factsAbout(guest)).toBe('Gast seit 12. März 2026 · Auftakt · Klausur');
});

test('who gave no name is called nameless', () => {
	expect(shownName({ name: '' })).toBe('Ohne Namen');
	expect(shownName({ name: 'Gast Ada' })).toBe('Gast Ada');
});
