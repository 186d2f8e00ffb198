import { expect, test } from 'vitest';
import { exchange, table } from '../../tests/support/board-tables.ts';
import { readLegend, writeLegend } from './legend.ts';

test('colours get a meaning, and lose it again', () => {
	const anna = table(1);
	expect(readLegend(anna.docs)).toEqual({});
	writeLegend(anna.docs, { yellow: ' Idee ', red: 'Hindernis\n' }, anna.origin);
	expect(readLegend(anna.docs)).toEqual({ yellow: 'Idee', red: 'Hindernis' });
	writeLegend(anna.docs, { red: 'Hindernis' }, anna.origin);
	expect(readLegend(anna.docs)).toEqual({ red: 'Hindernis' });
});

test('two who name different colours at once both keep their word', () => {
	const [anna, ben] = [table(1), table(2)];
	writeLegend(anna.docs, { yellow: 'Idee' }, anna.origin);
	writeLegend(ben.docs, { blue: 'Frage' }, ben.origin);
	exchange(anna, ben);
	for (const { docs } of [anna, ben]) expect(readLegend(docs)).toEqual({ yellow: 'Idee', blue: 'Frage' });
});

test('whatever a hostile hand has written there, a legend stays short words', () => {
	const anna = table(1);
	const meta = anna.docs.scaffold.getMap('meta');
	meta.set('legend.yellow', { a: 1 });
	meta.set('legend.red', 7);
	meta.set('legend.blue', `\u202Eböse\u0000${'x'.repeat(90_000)}`);
	meta.set('legend.pink', 'Unbekannt');
	expect(readLegend(anna.docs)).toEqual({ blue: `böse${'x'.repeat(56)}` });
});

test('what is the same already is not written again', () => {
	const anna = table(1);
	writeLegend(anna.docs, { yellow: 'Idee' }, anna.origin);
	let written = 0;
	anna.docs.scaffold.on('update', () => written++);
	writeLegend(anna.docs, { yellow: 'Idee' }, anna.origin);
	expect(written).toBe(0);
});
