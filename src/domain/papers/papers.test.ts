import { describe, expect, test } from 'vitest';
import { checkGivenNumber, nextPaperNumber, writePaperNumber } from './paper-number.ts';
import { findPlaceholders, lacksOf, mayRelease, type PaperDraft } from './paper-release.ts';
import { mayEditPaper, mayMovePaper, paperStates } from './paper-state.ts';

const paper: PaperDraft = {
	subject: 'Beschluss der Strategischen Ziele',
	proposal: 'Die folgenden langfristigen Ziele werden definiert.',
	reasoning: '',
	type: 'decision',
	consultationCount: 3,
	decides: true,
	openChecks: [],
	openComments: 0
};

describe('a paper', () => {
	test('its texts change only while it is a draft', () => {
		expect(paperStates.filter((state) => mayEditPaper(state).ok)).toEqual(['draft']);
	});

	test('once a body has consulted on it, there is no way back to the draft', () => {
		expect(mayMovePaper('released', 'draft').ok).toBe(true);
		expect(mayMovePaper('in-consultation', 'draft')).toEqual({
			ok: false,
			problem: { code: 'paper.move-impossible', from: 'in-consultation', to: 'draft' }
		});
		expect(mayMovePaper('decided', 'withdrawn').ok).toBe(false);
	});

	test('"Wählen Sie ein Element aus." never reaches a published paper', () => {
		const left = { ...paper, reasoning: 'Mitzeichnung: Wählen Sie ein Element aus. Kosten: XXX Euro' };
		expect(findPlaceholders(left.reasoning)).toEqual(['Wählen Sie ein Element aus.', 'XXX']);
		expect(mayRelease(left)).toEqual({ ok: false, problem: { code: 'paper.incomplete', count: 2 } });
		expect(findPlaceholders('Im Jahr MMXXX wählen Sie selbst ein Element aus der Liste aus.')).toEqual([]);
	});

	test('a chain in which nobody decides stops the release of a paper for a decision only', () => {
		expect(lacksOf({ ...paper, decides: false })).toEqual([{ kind: 'decision' }]);
		expect(lacksOf({ ...paper, decides: false, type: 'information' })).toEqual([]);
	});

	test('an unanswered check, an open comment and an empty chain stop the release', () => {
		expect(mayRelease(paper).ok).toBe(true);
		expect(lacksOf({ ...paper, subject: ' ', consultationCount: 0, openChecks: ['un-brk'], openComments: 2 })).toEqual([
			{ kind: 'subject' },
			{ kind: 'consultation' },
			{ kind: 'check', key: 'un-brk' },
			{ kind: 'comments', count: 2 }
		]);
	});
});

describe('numbers of papers', () => {
	test('after 36/VI comes 37/VI, and a new term starts at 1', () => {
		expect(nextPaperNumber('{n}/{term}', { term: 'VI' }, ['24/V', '35/VI', '36/VI', '400/VII'])).toEqual({
			ok: true,
			value: '37/VI'
		});
		expect(nextPaperNumber('{n}/{term}', { term: 'VII' }, ['36/VI'])).toEqual({ ok: true, value: '1/VII' });
	});

	test('a pattern that lacks its number or its term is refused', () => {
		expect(writePaperNumber('{year}', 1, { year: 2024 }).ok).toBe(false);
		expect(writePaperNumber('{n}/{term}', 1, { year: 2024 }).ok).toBe(false);
		expect(writePaperNumber('DS {n}/{year}', 7, { year: 2024 })).toEqual({ ok: true, value: 'DS 7/2024' });
	});

	test('a number that was given is not given again', () => {
		expect(checkGivenNumber(' 12/2024 ', ['11/2024'])).toEqual({ ok: true, value: '12/2024' });
		expect(checkGivenNumber('11/2024', ['11/2024']).ok).toBe(false);
	});
});
