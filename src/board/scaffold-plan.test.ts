import { describe, expect, test } from 'vitest';
import { add, table, type Table } from '../../tests/support/board-tables.ts';
import { readLegend, writeLegend } from './legend.ts';
import { changeLayer } from './operations/change-layer.ts';
import { connect } from './operations/connect.ts';
import { deleteElements } from './operations/delete-elements.ts';
import { layOutPlan, planOfBoard } from './scaffold-plan.ts';
import { readBoard } from './snapshot.ts';
import { makeUndo } from './undo.ts';

const everything = () => false;
const planOf = (from: Table, left: (element: { by: string | null }) => boolean = everything) =>
	planOfBoard(from.docs, left);

/** A board with two areas, one in the other, a question, a locked card and a card of a participant. */
function workshop(): Table {
	const anna = table(1);
	add(anna, { id: 'inner', type: 'area', text: 'Schule', x: 400, y: 300 });
	add(anna, { id: 'outer', type: 'area', text: 'Potentiale', x: 300, y: 200, w: 2000, h: 1500 });
	add(anna, { id: 'ask', type: 'text', text: 'Was sehen Sie?', parent: 'outer', x: 320, y: 260 });
	add(anna, { id: 'hint', layer: 'scaffold', text: 'Befragung', parent: 'outer', x: 340, y: 400, colour: 'red' });
	add(anna, { id: 'idea', text: 'Radweg', parent: 'outer', by: 'guest', x: 600, y: 400 });
	return anna;
}

function lay(other: Table, plan: ReturnType<typeof planOf>, at?: { x: number; y: number }) {
	const use = {
		by: 'p9',
		randomBytes: (count: number) => crypto.getRandomValues(new Uint8Array(count)),
		random: other.random,
		...(at && { at })
	};
	const laid = layOutPlan(other.docs, plan, use, other.origin);
	expect(laid.ok).toBe(true);
	return readBoard(other.docs).elements;
}

const again = (plan: ReturnType<typeof planOf>) => lay(table(2), plan);

describe('a scaffold laid out again', () => {
	test('has the same areas, questions and locked cards at the same places, under a new author', () => {
		const shown = again(planOf(workshop()));
		expect(shown.map(({ text, x, y, layer, by }) => [text, x, y, layer, by]).toSorted()).toEqual([
			['Befragung', 340, 400, 'scaffold', 'p9'],
			['Potentiale', 300, 200, 'scaffold', 'p9'],
			['Schule', 400, 300, 'scaffold', 'p9'],
			['Was sehen Sie?', 320, 260, 'scaffold', 'p9']
		]);
		const area = shown.find(({ text }) => text === 'Potentiale')!;
		expect(shown.filter(({ parent }) => parent === area.id).map(({ text }) => text)).toEqual([
			'Was sehen Sie?',
			'Befragung'
		]);
		expect(shown.find(({ text }) => text === 'Befragung')!.colour).toBe('red');
	});

	test('has nothing of what participants wrote, also not when it was locked since, nor of the bin', () => {
		const anna = workshop();
		changeLayer(anna.docs, ['idea'], 'scaffold', anna.origin);
		deleteElements(anna.docs, ['hint'], { by: 'p1', at: 1 }, anna.origin);
		const texts = again(planOf(anna, ({ by }) => by === 'guest')).map(({ text }) => text);
		expect(texts.toSorted()).toEqual(['Potentiale', 'Schule', 'Was sehen Sie?']);
	});

	test('keeps an arrow between two of its things and leaves out one that loses an end', () => {
		const anna = workshop();
		const arrow = { by: 'p1', kind: 'supports' as const };
		connect(anna.docs, { ...arrow, id: 'c1', from: 'inner', to: 'outer' }, anna.origin, anna.random);
		connect(anna.docs, { ...arrow, id: 'c2', from: 'inner', to: 'idea' }, anna.origin, anna.random);
		changeLayer(anna.docs, ['c1', 'c2'], 'scaffold', anna.origin);
		const shown = again(planOf(anna));
		const idOf = (text: string) => shown.find((element) => element.text === text)!.id;
		expect(shown.filter(({ type }) => type === 'connector')).toMatchObject([
			{ kind: 'supports', from: idOf('Schule'), to: idOf('Potentiale') }
		]);
	});

	test('goes as a whole to another corner of the board', () => {
		const shown = lay(table(2), planOf(workshop()), { x: -500, y: 0 });
		expect(shown.map(({ text, x, y }) => [text, x, y]).toSorted()).toEqual([
			['Befragung', -460, 200],
			['Potentiale', -500, 0],
			['Schule', -400, 100],
			['Was sehen Sie?', -480, 60]
		]);
	});
});

describe('what the colours of a scaffold mean', () => {
	const named = () => {
		const anna = workshop();
		writeLegend(anna.docs, { red: 'Hindernis' }, anna.origin);
		return planOf(anna);
	};

	test('comes along to an empty board, and goes again when its areas are taken back', () => {
		const bert = table(2);
		const undo = makeUndo(bert.docs, bert.origin, () => 0);
		lay(bert, named());
		expect(readLegend(bert.docs)).toEqual({ red: 'Hindernis' });
		expect(undo.undo()).toBe('done');
		expect([readLegend(bert.docs), readBoard(bert.docs).elements]).toEqual([{}, []]);
		expect(bert.docs.scaffold.getMap('meta').get('v')).toBe(1);
		expect(undo.redo()).toBe('done');
		expect(readLegend(bert.docs)).toEqual({ red: 'Hindernis' });
	});

	test('never takes the place of other meanings, nor gives one to the colours of cards that lie there', () => {
		const [bert, cem] = [table(2), table(3)];
		writeLegend(bert.docs, { blue: 'Frage' }, bert.origin);
		add(cem, { id: 'idea', text: 'Radweg', colour: 'red' });
		for (const each of [bert, cem]) lay(each, named());
		expect([readLegend(bert.docs), readLegend(cem.docs)]).toEqual([{ blue: 'Frage' }, {}]);
	});
});
