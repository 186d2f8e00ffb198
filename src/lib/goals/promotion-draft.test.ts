import { describe, expect, test } from 'vitest';
import { schemes } from '#domain/goals/schemes.ts';
import type { PromotionOffer } from '#protocol/promotion-offer.ts';
import { goal } from '../../../tests/support/goals.ts';
import { draftOf, emptyFields } from './promotion-draft.ts';

const goals = [
	goal({ itemId: 'z1', number: '1' }),
	goal({ itemId: 'z2', number: '2' }),
	goal({ itemId: 'ar1', levelKey: 'aktionsraum', number: '1' })
];
const offer: PromotionOffer = {
	agreement: { id: 'a', text: 'Der Landkreis wird grün', state: 'recorded' },
	way: [],
	targets: [
		{
			version: {
				id: 'v1',
				goalSystemId: 's1',
				systemName: 'Ziele',
				label: 'bis 2035',
				state: 'draft',
				periodFrom: '2026',
				periodTo: '2035',
				adoptedAt: null,
				lockVersion: 0,
				scheme: schemes.helmstedt,
				goals,
				links: []
			},
			usedNumbers: [
				...goals.map(({ levelKey, number }) => ({ levelKey, number })),
				{ levelKey: 'strategisches-ziel', number: '3' }
			]
		}
	],
	done: [],
	laterId: null
};
const fields = emptyFields(offer);

describe('the form for taking over an agreement', () => {
	test('begins with the strategic level and the year of the version', () => {
		expect(fields).toMatchObject({ versionId: 'v1', levelKey: 'strategisches-ziel', horizonYear: '2035' });
	});

	test('shows the number that the goal would get, never one that was given before', () => {
		expect(draftOf(offer, fields)?.number).toBe('4');
	});

	test('offers only parents on an allowed level and numbers below them', () => {
		const measure = draftOf(offer, { ...fields, levelKey: 'massnahme' });
		expect(measure?.parents.map(({ itemId }) => itemId)).toEqual(['ar1']);
		expect(measure).toMatchObject({
			number: null,
			problem: { code: 'goal.parent-missing' },
			now: ['parent', 'lead-office']
		});
		expect(draftOf(offer, { ...fields, levelKey: 'massnahme', parentItemId: 'ar1' })?.number).toBe('1.1');
	});

	test('says what is missing until it is there', () => {
		expect(draftOf(offer, { ...fields, horizonYear: '' })?.now).toEqual(['lead-office', 'horizon']);
		expect(draftOf(offer, { ...fields, leadOffice: 'Referat A' })?.now).toEqual([]);
	});

	test('has nothing to offer without a draft', () => {
		const none = { ...offer, targets: [] };
		expect(draftOf(none, emptyFields(none))).toBeNull();
	});
});
