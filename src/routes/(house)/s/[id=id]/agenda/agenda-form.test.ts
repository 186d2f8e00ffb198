import { expect, test } from 'vitest';
import { readSteps, rearrange, type TypedStep } from './agenda-form.ts';

const step = (title: string, kind: TypedStep['kind'] = 'discuss'): TypedStep => ({
	id: title,
	kind,
	title,
	prompt: '',
	minutes: '5',
	areaId: null,
	anonymous: false
});
const agenda = [step('a'), step('b'), step('c', 'record')];
const titles = (steps: TypedStep[]) => steps.map(({ title }) => title).join(' ');

test('the rows of the form are read in their order, a new one has no id', () => {
	const form = new FormData();
	for (const [id, title, minutes] of [
		['1', 'Ankommen', '5'],
		['', 'Pause', '15']
	]) {
		form.append('id', id!);
		form.append('kind', 'arrive');
		form.append('title', title!);
		form.append('prompt', '');
		form.append('minutes', minutes!);
		form.append('area', '');
	}
	expect(readSteps(form).map(({ id, title, minutes }) => [id, title, minutes])).toEqual([
		['1', 'Ankommen', '5'],
		[null, 'Pause', '15']
	]);
});

test('a step goes up, down and away', () => {
	expect(titles(rearrange(agenda, 'up:1', ''))).toBe('b a c');
	expect(titles(rearrange(agenda, 'down:1', ''))).toBe('a c b');
	expect(titles(rearrange(agenda, 'remove:0', ''))).toBe('b c');
});

test('nothing moves beyond the ends', () => {
	for (const wish of ['up:0', 'down:2', 'up:9', 'save', 'nonsense'])
		expect(titles(rearrange(agenda, wish, ''))).toBe('a b c');
});

test('a new step comes before the results are recorded', () => {
	expect(titles(rearrange(agenda, 'add', 'neu'))).toBe('a b neu c');
	expect(titles(rearrange(agenda.slice(0, 2), 'add', 'neu'))).toBe('a b neu');
	expect(titles(rearrange([], 'add', 'neu'))).toBe('neu');
});
