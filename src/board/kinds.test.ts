import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { see, table, type Table } from '../../tests/support/board-tables.ts';
import { everyCopiedKind, everyKind, laySample, saidByKind } from '../../tests/support/kind-samples.ts';
import { clipFromHtml, clipToHtml } from './clip-format.ts';
import { clipOf, type Clip } from './clip.ts';
import { elements } from './elements.ts';
import { changeLayer } from './operations/change-layer.ts';
import { pasteClip } from './operations/paste-clip.ts';
import { copiedFieldsOf, ownFieldsOf, storedFieldsOf } from './own-fields.ts';
import { layOutPlan, planOfScaffold } from './scaffold-plan.ts';
import { readBoard } from './snapshot.ts';

/*
 * What every kind of element owes to the rest of the program. Whoever adds one adds a line to the samples, and nothing here.
 */

const randomBytes = (count: number) => crypto.getRandomValues(new Uint8Array(count));

function paste(clip: Clip, own?: unknown): Table {
	const bert = table(2);
	const told = own === undefined ? clip : clip.map((each) => (each.id === 'thing' ? { ...each, own } : each));
	const html = clipToHtml(told as Clip, []);
	const pasting = {
		at: { x: 0, y: 0 },
		within: () => null,
		mayScaffold: true,
		by: 'p9',
		randomBytes,
		random: bert.random
	};
	expect(pasteClip(bert.docs, clipFromHtml(html)!, pasting, bert.origin).ok).toBe(true);
	return bert;
}

const clipOfAll = ({ docs }: Table) => clipOf(readBoard(docs), new Set(['one', 'other', 'thing']));
/** The things of a board by their words, which are the same wherever they are laid. */
const saying = ({ docs }: Table, text: string) => readBoard(docs).elements.find((element) => element.text === text);

test('no kind is without a sample, and no sample is of a kind that there is not', () => {
	expect(Object.keys(saidByKind).sort()).toEqual(Object.keys(elements).sort());
});

describe.each(everyKind)('every kind, here %s:', (type) => {
	const { hasText, layer, unique } = elements[type];
	const text = hasText ? 'Mobilität' : '';

	test('what it says of itself comes through a document as it was said', () => {
		const anna = table(1);
		laySample(anna, type);
		expect(see(anna, 'thing')).toMatchObject({ type, text, colour: 'red', layer, ...saidByKind[type] });
		changeLayer(anna.docs, ['thing'], layer === 'cards' ? 'scaffold' : 'cards', anna.origin);
		expect(see(anna, 'thing')).toMatchObject(saidByKind[type]);
	});

	test('what goes without saying takes no room in a document', () => {
		expect(storedFieldsOf(type, ownFieldsOf(type, {}))).toEqual({});
	});

	test('what a stranger wrote in place of its fields is passed over and read the same ever after', () => {
		const names = Object.keys(saidByKind[type]);
		const hostile = fc.oneof(
			fc.dictionary(fc.constantFrom('__proto__', 'text', 'x', ...names), fc.anything()),
			fc.anything()
		);
		const anna = table(1);
		laySample(anna, type);
		fc.assert(
			fc.property(hostile, (told) => {
				const read = ownFieldsOf(type, told);
				expect(ownFieldsOf(type, read)).toEqual(read);
				for (const name of ['id', 'by', 'x', 'text']) expect(read).not.toHaveProperty(name);
			})
		);
	});

	test('it is copied unless there is only this one of it', () => {
		const anna = table(1);
		laySample(anna, type);
		changeLayer(anna.docs, ['thing'], 'scaffold', anna.origin);
		const clip = clipOfAll(anna);
		expect(clip.some(({ id }) => id === 'thing')).toBe(!unique);
		if (!unique) return;
		expect(planOfScaffold(readBoard(anna.docs), () => false)).toEqual([]);
		// Neither does a stranger's clipboard bring one.
		const bert = paste(clip.map((each) => ({ ...each, type })));
		expect(readBoard(bert.docs).elements).toEqual([]);
	});
});

describe.each(everyCopiedKind)('every kind of which copies are made, here %s:', (type) => {
	const { factsOfThisOne, joins } = elements[type];

	test('a copy that went through the clipboard says the same on another board, except for facts about the first', () => {
		const anna = table(1);
		laySample(anna, type);
		const bert = paste(clipOfAll(anna));
		const [first, copy] = [see(anna, 'thing')!, saying(bert, 'Mobilität')!];
		const { w, h } = first;
		const ends = joins && { from: saying(bert, 'Bus')!.id, to: saying(bert, 'Bahn')!.id };
		expect(copy).toMatchObject({
			type,
			layer: first.layer,
			w,
			h,
			colour: 'red',
			...copiedFieldsOf(type, first),
			...ends
		});
		for (const fact of factsOfThisOne) expect(copy).not.toHaveProperty(fact);
	});

	test('a scaffold that is laid out again has it with all that it says', () => {
		const anna = table(1);
		laySample(anna, type);
		changeLayer(anna.docs, ['one', 'other', 'thing'], 'scaffold', anna.origin);
		const plan = planOfScaffold(readBoard(anna.docs), () => false);
		const bert = table(2);
		layOutPlan(bert.docs, { scaffold: plan, legend: {} }, { by: 'p9', randomBytes, random: bert.random }, bert.origin);
		const { from: _, to: __, ...said } = copiedFieldsOf(type, saidByKind[type]) as Record<string, unknown>;
		// A cluster is no part of a scaffold.
		if (said.cluster !== true) expect(saying(bert, 'Mobilität')).toMatchObject({ type, ...said });
	});

	test('what a stranger wrote in its place on the clipboard is passed over', () => {
		const anna = table(1);
		laySample(anna, type);
		for (const told of [null, 7, 'x', [], { from: 7, to: {}, kind: [], cluster: 'yes', late: 1 }]) {
			const copy = saying(paste(clipOfAll(anna), told), 'Mobilität');
			expect(copy === undefined).toBe(joins);
			if (copy) expect(copy).toMatchObject(ownFieldsOf(type, {}));
		}
	});
});
