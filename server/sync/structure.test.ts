import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { ClockRanges } from './clock-ranges.ts';
import { mergeTree } from './merge.ts';
import { Structure } from './structure.ts';
import { scanUpdate } from './update-scan.ts';
import { judge, triesToWrite } from './validate.ts';

/** What one of three people does next: write, delete, nest, or read what the others did. */
const step = fc.record({
	who: fc.nat(2),
	what: fc.constantFrom('insert', 'delete', 'element', 'key', 'read'),
	where: fc.nat(30)
});

/** Two people delete the same element; what the second one says is nothing new. */
const bothDelete: { who: number; what: 'element' | 'read' | 'delete'; where: number }[] = [
	{ who: 2, what: 'element', where: 0 },
	{ who: 1, what: 'read', where: 0 },
	{ who: 2, what: 'delete', where: 0 },
	{ who: 1, what: 'delete', where: 0 }
];

test('whatever three people do, the server knows as much about the document as Yjs itself', () => {
	fc.assert(
		fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
			const people = [1, 2, 3].map((client) => Object.assign(new Y.Doc(), { clientID: client }));
			const structure = new Structure();
			const stored: Uint8Array[] = [];
			for (const doc of people) {
				doc.on('update', (update: Uint8Array, origin: unknown) => {
					if (origin === 'others') return;
					const person = `p${doc.clientID}`;
					const ownerOf = (client: number) => `p${client}`;
					const verdict = judge(update, {
						kind: 'text',
						structure: () => structure,
						ownerOf,
						person,
						incomplete: false
					});
					expect(['accept', 'nothing-new']).toContain(verdict.kind);
					if (verdict.kind === 'accept') stored.push(verdict.bytes);
				});
			}
			for (const { who, what, where } of steps) act(people[who]!, what, where, stored);

			const all = new Y.Doc();
			Y.applyUpdate(all, mergeTree(stored));
			for (const doc of people) Y.applyUpdate(doc, mergeTree(stored), 'others');
			expect(people.map((doc) => doc.getXmlFragment('body').toString())).toEqual(
				people.map(() => all.getXmlFragment('body').toString())
			);
			expect(new Map(structure.clocks)).toEqual(Y.decodeStateVector(Y.encodeStateVector(all)));
			const again = Structure.of([mergeTree(stored)]);
			expect(new Map(again.clocks)).toEqual(new Map(structure.clocks));
			for (const doc of [all, ...people]) {
				// Clients delete the loser of two values by themselves; that is the only thing the server can learn from them.
				const whole = Y.encodeStateAsUpdate(doc);
				expect(triesToWrite(whole, () => again)).toBe(false);
				again.add(scanUpdate(whole));
			}
		}),
		{ numRuns: 150, examples: [[bothDelete]] }
	);
});

function act(doc: Y.Doc, what: string, where: number, stored: readonly Uint8Array[]): void {
	const body = doc.getXmlFragment('body');
	if (what === 'read') {
		Y.applyUpdate(doc, mergeTree(stored), 'others');
	} else if (what === 'element') {
		body.insert(where % (body.length + 1), [new Y.XmlElement('p')]);
	} else if (what === 'key') {
		doc.getMap('meta').set(`k${where % 3}`, { at: where });
	} else if (body.length > 0) {
		const element = body.get(where % body.length);
		if (what === 'delete') body.delete(where % body.length, 1);
		else if (element instanceof Y.XmlElement) element.insert(0, [new Y.XmlText('Wort')]);
	}
}

test('ranges of deleted things melt together, whatever their order', () => {
	fc.assert(
		fc.property(fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 8 })), { maxLength: 30 }), (added) => {
			const ranges = new ClockRanges();
			const plain = new Set<number>();
			for (const [start, length] of added) {
				ranges.add(start, start + length);
				for (let clock = start; clock < start + length; clock++) plain.add(clock);
			}
			for (let start = 0; start < 50; start++) {
				for (let end = start + 1; end < start + 10; end++) {
					const expected = Array.from({ length: end - start }, (_, index) => plain.has(start + index));
					expect(ranges.covers(start, end)).toBe(expected.every(Boolean));
				}
			}
		})
	);
});

test('twenty thousand small updates merge in a moment, not in minutes', () => {
	const doc = new Y.Doc();
	const updates: Uint8Array[] = [];
	doc.on('update', (update: Uint8Array) => updates.push(update));
	for (let index = 0; index < 20_000; index++) doc.getMap('meta').set(`k${index % 50}`, index);
	const before = performance.now();
	const merged = new Y.Doc();
	Y.applyUpdate(merged, mergeTree(updates));
	expect(performance.now() - before).toBeLessThan(3000);
	expect(merged.getMap('meta').toJSON()).toEqual(doc.getMap('meta').toJSON());
});
