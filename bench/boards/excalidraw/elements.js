import { generateNKeysBetween } from 'fractional-indexing';
import { side } from '../geometry.js';

const fill = {
	yellow: '#ffec99',
	orange: '#ffd8a8',
	red: '#ffc9c9',
	blue: '#a5d8ff',
	green: '#b2f2bb',
	violet: '#d0bfff'
};
const letters = { fontSize: 20, lineHeight: 1.25, width: 9 };

/**
 * Each note as Excalidraw saves one: a filled rectangle and the text that is bound to it.
 * @param {import('../geometry.js').PlannedNote[]} planned
 */
export function elementsOf(planned) {
	const order = generateNKeysBetween(null, null, planned.length * 2);
	return planned.flatMap((note, at) => {
		const { id, x, y, colour, lines } = note;
		const [box, words] = [common(at * 2, order), common(at * 2 + 1, order)];
		const width = Math.max(...lines.map(({ length }) => length)) * letters.width;
		const height = lines.length * letters.fontSize * letters.lineHeight;
		return [
			{
				...{ ...box, id, type: 'rectangle', x, y, width: side, height: side, backgroundColor: fill[colour] },
				...{ roundness: { type: 3 }, boundElements: [{ type: 'text', id: `text-${id}` }] }
			},
			{
				...{ ...words, id: `text-${id}`, type: 'text', containerId: id, width, height },
				...{ x: x + (side - width) / 2, y: y + (side - height) / 2, backgroundColor: 'transparent' },
				...{ text: lines.join('\n'), originalText: lines.join(' '), fontSize: letters.fontSize, fontFamily: 5 },
				...{ textAlign: 'center', verticalAlign: 'middle', lineHeight: letters.lineHeight, autoResize: true },
				...{ roundness: null, boundElements: null }
			}
		];
	});
}

const common = (at, order) => ({
	...{ angle: 0, strokeColor: '#1e1e1e', fillStyle: 'solid', strokeWidth: 2, strokeStyle: 'solid', roughness: 1 },
	...{ opacity: 100, groupIds: [], frameId: null, index: order[at], seed: at + 1, version: 1, versionNonce: at + 1 },
	...{ isDeleted: false, updated: 1, link: null, locked: false }
});
