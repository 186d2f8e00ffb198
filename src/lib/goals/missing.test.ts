import { expect, test } from 'vitest';
import { schemes } from '#domain/goals/schemes.ts';
import { lacksOf } from './missing.ts';

const level = (key: string) => schemes.helmstedt.levels.find((one) => one.key === key)!;
const empty = {
	text: 'Der Landkreis versteht sich als moderner Dienstleister!',
	leadOffice: '',
	horizonYear: '',
	hasParent: false,
	hasIndicator: false,
	hasProduct: false
};

test('a strategic goal lacks its office and its year', () => {
	expect(lacksOf(level('strategisches-ziel'), empty)).toEqual({ now: ['lead-office', 'horizon'], later: [] });
});

test('a goal that states a figure needs its indicator before the release', () => {
	const counted = { ...empty, text: 'Die Anzahl der Einwohner/innen bei über 90.000 halten!' };
	expect(lacksOf(level('strategisches-ziel'), counted).later).toEqual(['indicator']);
	expect(lacksOf(level('strategisches-ziel'), { ...counted, hasIndicator: true }).later).toEqual([]);
});

test('a measure lacks its action space', () => {
	const filled = { ...empty, leadOffice: 'Referat A' };
	expect(lacksOf(level('massnahme'), filled)).toEqual({ now: ['parent'], later: [] });
	expect(lacksOf(level('massnahme'), { ...filled, hasParent: true }).now).toEqual([]);
});

test('a goal of an essential product needs product and indicator before the release', () => {
	const filled = { ...empty, leadOffice: 'FB 3', hasParent: true };
	expect(lacksOf(level('w-produkt-ziel'), filled)).toEqual({ now: [], later: ['indicator', 'product'] });
});
