/** The one board that all three show: notes of 200 by 200 in rows, as after an evening of writing. Pages and measurement share it. */

export const side = 200;
const spacing = 240;
export const colours = /** @type {const} */ (['yellow', 'orange', 'red', 'blue', 'green', 'violet']);

/** What people write, in the lines in which it stands on the note. */
const ideas = [
	['Radweg an der', 'Hauptstraße', 'sicherer machen'],
	['Leerstand im', 'Zentrum für', 'Werkstätten öffnen'],
	['Bus am Abend', 'auch in die', 'Ortsteile'],
	['Mehr Schatten', 'auf dem', 'Marktplatz'],
	['Ausbildung und', 'Betriebe früher', 'zusammenbringen'],
	['Ein Haus für', 'alle Vereine']
];

/**
 * @typedef {object} PlannedNote
 * @property {string} id
 * @property {number} x
 * @property {number} y
 * @property {string[]} lines
 * @property {(typeof colours)[number]} colour
 */

/** @param {number} count */
export function columnsOf(count) {
	return Math.ceil(Math.sqrt(count * 1.6));
}

/**
 * @param {number} count
 * @returns {PlannedNote[]}
 */
export function notes(count) {
	const columns = columnsOf(count);
	return Array.from({ length: count }, (_, at) => ({
		id: `n${at}`,
		x: (at % columns) * spacing,
		y: Math.floor(at / columns) * spacing,
		lines: [...(ideas[at % ideas.length] ?? []), `(${at + 1})`],
		colour: colours[at % colours.length] ?? 'yellow'
	}));
}

/** @param {{ x: number, y: number }} note */
const centreOf = ({ x, y }) => ({ x: x + side / 2, y: y + side / 2 });

/**
 * The note in the middle of the board, and the gap between it and the next.
 * @param {number} count
 */
export function middle(count) {
	const columns = columnsOf(count);
	const at = Math.floor(count / columns / 2) * columns + Math.floor(columns / 2);
	const note = /** @type {PlannedNote} */ (notes(count)[at]);
	const centre = centreOf(note);
	return { note, centre, gap: { x: centre.x + spacing / 2, y: centre.y + spacing / 2 } };
}

/**
 * The first notes of the first rows: from where to where a frame around them is drawn, a bare place above them, and one of them.
 * It begins beside the board, because some programs take a place near a note for the note.
 * @param {number} count
 * @param {{ wide: number, high: number }} block
 */
export function firstBlock(count, { wide, high }) {
	const note = /** @type {PlannedNote} */ (notes(count)[Math.floor(high / 2) * columnsOf(count) + wide / 2]);
	const [right, bottom] = [wide * spacing - (spacing - side) / 2, high * spacing - (spacing - side) / 2];
	return {
		from: { x: -60, y: -60 },
		to: { x: right, y: bottom },
		centre: { x: right / 2, y: bottom / 2 },
		bare: { x: right / 2, y: -300 },
		grip: { note, centre: centreOf(note) }
	};
}

/**
 * The camera with which the whole board is seen, not nearer than life and not further than `least`.
 * @param {number} count
 * @param {{ w: number, h: number }} size
 * @param {number} least
 */
export function wholeBoard(count, { w, h }, least) {
	const columns = columnsOf(count);
	const [width, height] = [columns * spacing, Math.ceil(count / columns) * spacing];
	const zoom = Math.max(least, Math.min(1, (w - 112) / width, (h - 200) / height));
	return { x: width / 2 - w / zoom / 2, y: height / 2 - h / zoom / 2, zoom };
}

/**
 * Where somebody else has moved a note to: each time another one, all over the board, never far from its place.
 * @param {PlannedNote[]} planned
 * @param {number} turn
 */
export function movedByOthers(planned, turn) {
	const note = /** @type {PlannedNote} */ (planned[(turn * 7919) % planned.length]);
	return { id: note.id, x: note.x + ((turn * 13) % 19) - 9, y: note.y + ((turn * 17) % 19) - 9 };
}
