import { expect, test } from 'vitest';
import { add, see, table } from '../../../tests/support/board-tables.ts';
import { editText } from '#board/operations/edit-text.ts';
import type { LinkedView } from '#protocol/linked-views.ts';
import { LinkedThings, linkWords, pageOf } from './linked-things.svelte.ts';

const ref = '018f0000-0000-7000-8000-000000000001';
const view: LinkedView = { kind: 'goal', ref, words: 'Kurze Wege\nfür alle', number: '2.1', state: 'adopted' };

async function knowing(...views: LinkedView[]) {
	const things = new LinkedThings();
	things.source = () => Promise.resolve(views);
	await things.ask();
	return things;
}

test('a goal on a board says its number and state of today, and leads to its page', async () => {
	const link = (await knowing(view)).of({ type: 'goal', ref, text: view.words })!;
	expect(linkWords(link)).toEqual(['Nr. 2.1, Beschlossen']);
	expect(pageOf(link.view)).toBe(`/goals/${ref}`);
});

test('a wording that was changed since is told, whatever lines and blanks it is written in', async () => {
	const things = await knowing(view);
	expect(linkWords(things.of({ type: 'goal', ref, text: 'Lange Wege' })!)).toContain('Wortlaut geändert');
	expect(things.of({ type: 'goal', ref, text: 'Kurze Wege\nfür alle ' })!.differs).toBe(false);
});

test('nothing is said of what one may not read, of what stands for nothing, and of another kind under the same id', async () => {
	const text = view.words;
	expect((await knowing()).of({ type: 'goal', ref, text })).toBeNull();
	expect((await knowing(view)).of({ type: 'goal', text })).toBeNull();
	expect((await knowing(view)).of({ type: 'strategy-card', ref, text })).toBeNull();
});

test('without a network it keeps what it knows', async () => {
	const things = await knowing(view);
	things.source = () => Promise.resolve(null);
	await things.ask();
	expect(things.views).toEqual([view]);
});

test('nobody writes in the words of a goal, and only an id of the house is one', () => {
	const anna = table(1);
	add(anna, { id: 'g', type: 'goal', text: 'Kurze Wege', own: { ref } });
	expect(editText(anna.docs, 'g', { after: 'Lange Wege' }, anna.origin).ok).toBe(false);
	expect(see(anna, 'g')).toMatchObject({ text: 'Kurze Wege', ref });
	anna.docs.find('g')!.map.set('ref', '../../logout');
	expect(see(anna, 'g')).not.toHaveProperty('ref');
});
