import { expect, test } from 'vitest';
import type { AgreementView } from '#protocol/session-state.ts';
import { firstWords, shortHash, standingAgreements } from './agreement-list.ts';

const agreement = (id: string, basedOnId: string | null = null, state: AgreementView['state'] = 'recorded') =>
	({ id, basedOnId, state }) as AgreementView;

test('a confirmed wording stands with the agreement it words, and counts once', () => {
	const list = standingAgreements([agreement('natur'), agreement('bildung'), agreement('satz', 'natur')]);
	expect(list.map(({ agreement, wording }) => [agreement.id, wording?.id ?? null])).toEqual([
		['natur', 'satz'],
		['bildung', null]
	]);
});

test('the last of several wordings holds, and what was withdrawn is not shown', () => {
	const list = standingAgreements([
		agreement('natur'),
		agreement('alt', 'natur'),
		agreement('neu', 'natur'),
		agreement('noch neuer', 'neu'),
		agreement('weg', null, 'withdrawn')
	]);
	expect(list.map(({ wording }) => wording?.id)).toEqual(['noch neuer']);
});

test('people compare the first twelve signs of a fingerprint', () => {
	expect(shortHash('0123456789abcdef'.repeat(4))).toBe('0123456789ab');
});

test('a long text is called by its first whole words', () => {
	expect(firstWords('Natur stärken\nund mehr')).toBe('Natur stärken');
	const long = firstWords('Wirtschaftsförderung '.repeat(12));
	expect(long.endsWith('Wirtschaftsförderung …')).toBe(true);
	expect(long.length).toBeLessThanOrEqual(102);
});
