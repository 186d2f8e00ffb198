import { expect, test } from 'vitest';
import { answerIn, numberIn, rulesIn } from './vote-fields.ts';

function form(fields: Record<string, string>): FormData {
	const data = new FormData();
	for (const [name, value] of Object.entries(fields)) data.set(name, value);
	return data;
}

test('dots, scores, words and pairs come out of the fields of a ballot', () => {
	expect(answerIn(form({ 'n.a': '2', 'n.b': '', roundId: 'x', token: 'y' }))).toEqual({ a: 2 });
	expect(answerIn(form({ 'n.a.effect': '7', 'n.a.cost': '0', 'n.b.effect': '' }))).toEqual({
		a: { effect: 7, cost: 0 }
	});
	expect(answerIn(form({ 't.stance': 'objection', 't.reason': '12' }))).toEqual({ stance: 'objection', reason: '12' });
	expect(answerIn(form({ 't.a:b': '=' }))).toEqual({ 'a:b': '=' });
});

test('what is no field of a ballot changes nothing, whatever it is called', () => {
	const answer = answerIn(
		form({ 'n.__proto__': '1', 'n.__proto__.polluted': '1', 'n.a.b.c': '1', n: '1', 'x.a': '1' })
	);
	expect(answer).toEqual({});
	expect(({} as Record<string, unknown>).polluted).toBe(undefined);
});

test('an empty number is none, and rules that cannot be read are left to the method', () => {
	expect([numberIn(form({ quorum: '' }), 'quorum'), numberIn(form({ quorum: '5' }), 'quorum')]).toEqual([null, 5]);
	expect(numberIn(form({}), 'quorum')).toBe(null);
	expect(rulesIn(form({ params: '{"dots":3}' }))).toEqual({ dots: 3 });
	expect([rulesIn(form({})), rulesIn(form({ params: '{' })), rulesIn(form({ params: '5' }))]).toEqual([
		undefined,
		undefined,
		undefined
	]);
});
