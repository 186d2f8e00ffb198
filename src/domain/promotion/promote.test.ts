import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { schemes } from '../goals/schemes.ts';
import { plainToDoc } from '../texts/doc.ts';
import { freeze } from '../texts/text-version.ts';
import { agreeByRecord, withdraw, type AgreementState } from './agreement.ts';
import { planPromotion, type PromotionCase } from './promote.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const { doc, sha256: print } = freeze(plainToDoc('Der Landkreis versteht sich als moderner Dienstleister!'), sha256);
const agreement = agreeByRecord({ textVersionId: 't1', sha256: print });
const facts: PromotionCase = {
	agreementId: 'a1',
	agreement,
	text: { id: 't1', doc, sha256: print },
	version: { id: 'v1', state: 'draft', lockVersion: 4 },
	seenLockVersion: 4,
	scheme: schemes.helmstedt,
	items: [{ itemId: 'z1', levelKey: 'strategisches-ziel', parentItemId: null, number: '1' }],
	usedNumbers: ['1', '2'],
	earlier: [],
	wanted: { itemId: 'z3', as: 'new', levelKey: 'strategisches-ziel', parentItemId: null }
};
const codeOf = (change: Partial<PromotionCase>) => {
	const planned = planPromotion({ ...facts, ...change }, sha256);
	return planned.ok ? 'ok' : planned.problem.code;
};

describe('promoting an agreement', () => {
	test('it becomes a goal of the draft with the next number that was never given', () => {
		expect(planPromotion(facts, sha256)).toEqual({
			ok: true,
			value: {
				createsItem: true,
				revision: {
					itemId: 'z3',
					versionId: 'v1',
					levelKey: 'strategisches-ziel',
					parentItemId: null,
					number: '3',
					textVersionId: 't1',
					status: 'new'
				},
				nextLockVersion: 5,
				agreementState: 'promoted'
			}
		});
	});

	test('a goal that is worded anew keeps its number', () => {
		const planned = planPromotion({ ...facts, wanted: { ...facts.wanted, itemId: 'z1', as: 'revise' } }, sha256);
		expect(planned.ok && planned.value).toMatchObject({
			createsItem: false,
			revision: { number: '1', status: 'changed' }
		});
	});

	test('one agreement comes into a version once, and may come into a later one too', () => {
		expect(planPromotion({ ...facts, earlier: [{ versionId: 'v1', itemId: 'z3' }] }, sha256)).toEqual({
			ok: false,
			problem: { code: 'promotion.already-done', itemId: 'z3' }
		});
		const again = {
			agreement: { ...agreement, state: 'promoted' as const },
			earlier: [{ versionId: 'v0', itemId: 'z3' }]
		};
		expect(codeOf(again)).toBe('ok');
	});

	test('only into a draft, and only into the one that the person saw', () => {
		for (const state of ['released', 'adopted', 'rejected', 'superseded', 'archived'] as const)
			expect(codeOf({ version: { ...facts.version, state } })).toBe('version.not-draft');
		expect(codeOf({ seenLockVersion: 3 })).toBe('thing.changed-meanwhile');
	});

	test('what was withdrawn or worded anew is not promoted', () => {
		const withdrawn = withdraw(agreement);
		expect(withdrawn.ok && codeOf({ agreement: withdrawn.value })).toBe('agreement.not-current');
		expect(codeOf({ agreement: { ...agreement, state: 'superseded' satisfies AgreementState } })).toBe(
			'agreement.not-current'
		);
	});

	test('a text that is not what was agreed is refused, wherever it was changed', () => {
		expect(codeOf({ text: { ...facts.text, doc: plainToDoc('Der Landkreis spart.') } })).toBe('promotion.text-differs');
		expect(codeOf({ text: { ...facts.text, id: 't2' } })).toBe('promotion.text-differs');
		const other = freeze(plainToDoc('Der Landkreis spart.'), sha256);
		expect(codeOf({ text: { id: 't1', doc: other.doc, sha256: other.sha256 } })).toBe('promotion.text-differs');
	});

	test('the level rules hold', () => {
		expect(codeOf({ wanted: { ...facts.wanted, levelKey: 'massnahme' } })).toBe('goal.parent-missing');
		expect(codeOf({ wanted: { ...facts.wanted, levelKey: 'massnahme', parentItemId: 'z1' } })).toBe(
			'goal.parent-level'
		);
		expect(codeOf({ wanted: { ...facts.wanted, as: 'revise' } })).toBe('promotion.revises-unknown');
		expect(codeOf({ wanted: { ...facts.wanted, itemId: 'z1' } })).toBe('promotion.revises-unknown');
	});
});
