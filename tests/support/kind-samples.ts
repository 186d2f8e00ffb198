import type { OwnFields } from '#board/board-element.ts';
import { elements, type ElementType } from '#board/elements.ts';
import { add, type Table } from './board-tables.ts';

/** For each kind what it can say of itself beside what goes without saying. A kind without a line here does not compile. */
export const saidByKind = {
	note: { late: true },
	card: { late: true },
	area: {
		cluster: false,
		layout: 'matrix',
		axes: [
			['Aufwand', 'wenig', 'viel'],
			['Wirkung', '', 'viel']
		]
	},
	text: {},
	goal: { ref: '018f0000-0000-7000-8000-000000000001' },
	'strategy-card': { ref: '018f0000-0000-7000-8000-000000000002' },
	image: { picture: 'a'.repeat(64) },
	ink: { ink: 'GBg=', pen: 12 },
	comment: { on: 'one', answers: 3, settled: true },
	connector: { from: 'one', to: 'other', kind: 'endangers' }
} satisfies Record<ElementType, OwnFields>;

/** What whoever does not see the board must hear or read of each of these. */
export const heardOfKind = {
	note: ['Mobilität', 'nachgereicht'],
	card: ['Mobilität', 'nachgereicht'],
	area: ['Mobilität', 'Waagerecht: Aufwand von wenig bis viel', 'Senkrecht: Wirkung'],
	text: ['Mobilität'],
	goal: ['Ziel: Mobilität'],
	'strategy-card': ['Strategiekarte: Mobilität'],
	image: ['Bild: Mobilität'],
	ink: ['Zeichnung: Mobilität'],
	comment: ['3 Anmerkungen zu: Bus', 'geklärt'],
	connector: ['Bus gefährdet Bahn', 'Mobilität']
} satisfies Record<ElementType, readonly string[]>;

export const everyKind = Object.keys(elements) as ElementType[];
/** Kinds of which copies are made. */
export const everyCopiedKind = everyKind.filter((type) => !elements[type].unique);

/** Lays two cards on the board, and a thing of a kind that says all it can. */
export function laySample(at: Table, type: ElementType): void {
	add(at, { id: 'one', text: 'Bus', x: 900 });
	add(at, { id: 'other', text: 'Bahn', x: 1_200 });
	const size = elements[type].joins ? {} : { x: 40, y: 80, w: 500, h: 300 };
	add(at, { id: 'thing', type, text: 'Mobilität', colour: 'red', own: saidByKind[type], ...size });
}
