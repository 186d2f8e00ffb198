import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Doc, DocNode } from '#domain/texts/doc.ts';
import { heading, list, paragraph, table, taskList, textOfBlocks } from '#text/blocks.ts';
import { blocksOf, passagesOf } from './passages.ts';

const told = (before: Doc, after: Doc) =>
	passagesOf(before, after).map(({ kind, before: old, after: young }) => [kind, old?.words ?? '', young?.words ?? '']);
const text = (...words: string[]) => textOfBlocks(...words.map((each) => paragraph(each)));

describe('of two wordings', () => {
	test('a reworded paragraph stands beside what it was, and the others stay', () => {
		const before = text(
			'Wir gestalten den Landkreis.',
			'Jedes Dorf ist mit dem Rad zu erreichen.',
			'Niemand wird vergessen.'
		);
		const after = text(
			'Wir gestalten den Landkreis.',
			'Jeder Ort ist mit dem Rad gut zu erreichen.',
			'Niemand wird vergessen.'
		);
		expect(told(before, after)).toEqual([
			['kept', 'Wir gestalten den Landkreis.', 'Wir gestalten den Landkreis.'],
			['changed', 'Jedes Dorf ist mit dem Rad zu erreichen.', 'Jeder Ort ist mit dem Rad gut zu erreichen.'],
			['kept', 'Niemand wird vergessen.', 'Niemand wird vergessen.']
		]);
	});

	test('what has nothing in common went and came, and is not one paragraph that was changed', () => {
		expect(told(text('Das Freibad bleibt.'), text('Glasfaser kommt überall hin.'))).toEqual([
			['removed', 'Das Freibad bleibt.', ''],
			['inserted', '', 'Glasfaser kommt überall hin.']
		]);
	});

	test('a paragraph that kept its id is the same one, whatever it says now', () => {
		const withId = (words: string): Doc => textOfBlocks({ ...paragraph(words), attrs: { id: 'p1' } });
		expect(told(withId('Das Freibad bleibt.'), withId('Glasfaser kommt überall hin.'))).toEqual([
			['changed', 'Das Freibad bleibt.', 'Glasfaser kommt überall hin.']
		]);
	});

	test('a paragraph of which only its empty line is left is gone', () => {
		expect(told(text('Das Freibad bleibt.', 'Ende'), text('', 'Ende'))).toEqual([
			['removed', 'Das Freibad bleibt.', ''],
			['kept', 'Ende', 'Ende']
		]);
	});

	test('an item that only moved up in its list is the same one under its new number', () => {
		const passages = passagesOf(
			textOfBlocks(list('orderedList', ['Busse', 'Bahnen', 'Radwege'])),
			textOfBlocks(list('orderedList', ['Bahnen', 'Radwege']))
		);
		expect(passages.map(({ kind, after }) => [kind, after?.sign ?? ''])).toEqual([
			['removed', ''],
			['kept', '1.'],
			['kept', '2.']
		]);
	});

	test('a row of a table is compared in words, and a task that was ticked has changed', () => {
		const plan = (cost: string, done: boolean) =>
			textOfBlocks(
				table([
					['Maßnahme', 'Kosten'],
					['Radweg', cost],
					['', '']
				])!,
				taskList([
					{ words: 'Strecke prüfen', done },
					{ words: '', done: true }
				])
			);
		expect(told(plan('2.500 Euro', false), plan('3.000 Euro', true))).toEqual([
			['kept', 'Maßnahme | Kosten', 'Maßnahme | Kosten'],
			['changed', 'Radweg | 2.500 Euro', 'Radweg | 3.000 Euro'],
			['changed', 'Offen: Strecke prüfen', 'Erledigt: Strecke prüfen']
		]);
	});

	test('a heading that became a paragraph is told as changed', () => {
		expect(told(textOfBlocks(heading(2, 'Mobilität')), text('Mobilität'))).toEqual([
			['changed', 'Mobilität', 'Mobilität']
		]);
	});

	test('all of both is there in its order', () => {
		const block = fc.oneof(
			fc.constantFrom('Rad', 'Bus', 'Bahn', 'Bus und Bahn', '').map((words): DocNode => paragraph(words)),
			fc.constantFrom('Rad', 'Bus').map((words): DocNode => heading(1, words)),
			fc
				.array(fc.constantFrom('Rad', 'Bus', 'Bahn'), { minLength: 1, maxLength: 3 })
				.map((items) => list('orderedList', items)),
			fc
				.array(fc.record({ words: fc.constantFrom('Rad', 'Bus', ''), done: fc.boolean() }), {
					minLength: 1,
					maxLength: 3
				})
				.map(taskList),
			fc
				.array(fc.array(fc.constantFrom('Rad', ''), { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 3 })
				.map((rows) => table(rows)!)
		);
		const doc = fc.array(block, { maxLength: 8 }).map((blocks) => textOfBlocks(...blocks));
		fc.assert(
			fc.property(doc, doc, (before, after) => {
				const passages = passagesOf(before, after);
				const said = ({ role, level, words }: { role: string; level: number; words: string }) => [role, level, words];
				expect(passages.flatMap((each) => (each.before ? [said(each.before)] : []))).toEqual(
					blocksOf(before).map(said)
				);
				expect(passages.flatMap((each) => (each.after ? [each.after] : []))).toEqual(blocksOf(after));
			})
		);
	});
});
