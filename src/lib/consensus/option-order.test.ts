import { expect, test } from 'vitest';
import type { OptionView } from '#protocol/session-state.ts';
import { ownOrder } from './option-order.ts';

const options = ['a', 'b', 'c', 'none'].map((id): OptionView => ({
	id,
	label: id,
	textVersionId: id,
	passive: id === 'none',
	elementId: null,
	measureId: null
}));
const order = (person: string) => ownOrder(options, 'r1', person).map(({ id }) => id);

test('everybody has an order of her own that stays, and everybody has all options', () => {
	expect(order('anna')).toEqual(order('anna'));
	expect([...order('anna')].sort()).toEqual(['a', 'b', 'c', 'none']);
	const orders = new Set(Array.from({ length: 40 }, (_, at) => order(`p${at}`).join()));
	expect(orders.size).toBe(6);
});

test('no option stands first more often than chance allows', () => {
	const firsts = Array.from({ length: 3000 }, (_, at) => order(`0192f3c1-${at}`)[0]);
	for (const id of 'abc') expect(Math.abs(firsts.filter((one) => one === id).length - 1000)).toBeLessThan(120);
});

test('leaving everything as it is stays last', () => {
	for (let at = 0; at < 20; at++) expect(order(`p${at}`).at(-1)).toBe('none');
});
