import { describe, expect, test } from 'vitest';
import { docToPlain, type Doc } from '#domain/texts/doc.ts';
import { heading, list, paragraph, table, textOfBlocks } from '../blocks.ts';
import { composeText } from './compose.ts';
import { beginningOfPassage, passagesToDecide } from './passages.ts';

const words = (doc: Doc) =>
	passagesToDecide(doc).map(({ under, blocks }) => [...under, ...blocks].map(docToPlain).join(' / '));
const counter = () => {
	let at = 0;
	return () => `id-${++at}`;
};

describe('the passages of a text that is presented again', () => {
	test('under a title alone, each paragraph and each item of a list is one', () => {
		const doc = textOfBlocks(
			heading(1, 'Leitsätze'),
			paragraph('Vorspruch'),
			paragraph(),
			list('orderedList', ['Pflege', 'Radwege'])
		);
		expect(words(doc)).toEqual(['Leitsätze / Vorspruch', 'Leitsätze / Pflege', 'Leitsätze / Radwege']);
	});

	test('without any heading too, and a table is one', () => {
		const doc = textOfBlocks(paragraph('Erstens'), table([['Ziel'], ['2030']])!, list('bulletList', ['Zweitens', '']));
		expect(words(doc)).toEqual(['Erstens', 'Ziel\n2030', 'Zweitens']);
	});

	test('where headings part the text, each with its text is one; headings that only gather stand above theirs', () => {
		const doc = textOfBlocks(
			heading(1, 'Leitsätze'),
			heading(2, 'Mobilität'),
			heading(3, 'Wege'),
			paragraph('Wir bauen Radwege.'),
			paragraph('Überall.'),
			heading(3, 'Bahn'),
			heading(2, 'Pflege'),
			paragraph('Wir pflegen.')
		);
		expect(words(doc)).toEqual([
			'Leitsätze / Mobilität / Wege / Wir bauen Radwege. / Überall.',
			'Leitsätze / Mobilität / Bahn',
			'Leitsätze / Pflege / Wir pflegen.'
		]);
	});

	test('under a heading with nothing but a list, each item is one and keeps its number', () => {
		const doc = textOfBlocks(heading(2, 'Mobilität'), list('orderedList', ['Radwege', 'Bahn']), heading(2, 'Pflege'));
		expect(words(doc)).toEqual(['Mobilität / Radwege', 'Mobilität / Bahn', 'Pflege']);
		expect(passagesToDecide(doc)[1]!.blocks[0]!.attrs).toEqual({ start: 2 });
	});

	test('an empty text has none', () => {
		expect(passagesToDecide(textOfBlocks(heading(1, 'Leitsätze'), paragraph()))).toEqual([]);
		expect(passagesToDecide({ type: 'doc' })).toEqual([]);
	});

	test('a passage is known by how it begins', () => {
		const [long] = passagesToDecide(textOfBlocks(paragraph('Radweg '.repeat(40))));
		expect(beginningOfPassage(long!)).toMatch(/^Radweg .*Radweg…$/);
		expect(beginningOfPassage(long!).length).toBeLessThanOrEqual(120);
	});
});

describe('the text that begins from them', () => {
	const doc = textOfBlocks(
		heading(1, 'Leitsätze'),
		list('orderedList', ['Pflege', 'Radwege', 'Bahn']),
		heading(2, 'Anhang'),
		paragraph('Kosten'),
		heading(2, 'Gremien'),
		paragraph('Rat')
	);
	const passages = passagesToDecide(doc);

	test('holds everything word for word where everything goes on', () => {
		const { body, paragraphIds } = composeText(passages, () => true, counter());
		expect(docToPlain(body)).toBe(docToPlain(doc));
		expect(body.content!.map(({ type }) => type)).toEqual(doc.content!.map(({ type }) => type));
		expect([...paragraphIds.keys()]).toEqual([0, 1, 2, 3, 4]);
	});

	test('leaves out what is given up, with a heading that gathers nothing any more, and joins the list again', () => {
		const { body } = composeText(passages, (place) => [0, 2, 4].includes(place), counter());
		expect(docToPlain(body)).toBe('Leitsätze\nPflege\nBahn\nGremien\nRat');
		expect(body.content![1]).toMatchObject({ type: 'orderedList', content: [{}, {}] });
		expect(composeText(passages, (place) => place === 3, counter()).body.content![0]).toMatchObject({
			type: 'heading'
		});
	});

	test('knows where each passage begins in it', () => {
		const { body, paragraphIds } = composeText(passages, (place) => place > 1, counter());
		expect(paragraphIds.get(2)).toBe('id-1');
		expect(body.content![1]!.content![0]!.content![0]!.attrs).toEqual({ id: 'id-1' });
		expect(body.content![2]!.attrs).toMatchObject({ level: 2, id: 'id-2' });
	});

	test('is empty where all is given up', () => {
		expect(composeText(passages, () => false, counter()).body).toEqual({ type: 'doc', content: [] });
	});
});
