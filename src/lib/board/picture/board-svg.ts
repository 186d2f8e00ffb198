import type { BoardSnapshot } from '#board/board-element.ts';
import { definitionOf } from '#board/elements.ts';
import type { Legend } from '#board/legend.ts';
import { inPaintOrder } from '#board/paint-order.ts';
import { elementPictures, type PicturesInside } from './element-pictures.ts';
import { paper } from './palette.ts';
import { legendPicture } from './legend-picture.ts';
import { escaped } from './shapes.ts';
import { boardLines } from './text-list.ts';

/** Room around a board. */
const margin = 48;

/** The part of the board that a picture shows, with room for what the colours mean below it. */
export function pictureBox(board: BoardSnapshot, legend: Legend = {}) {
	const placed = board.elements.filter(({ type }) => !definitionOf(type).joins);
	const left = Math.floor(Math.min(0, ...placed.map(({ x }) => x)) - margin);
	const top = Math.floor(Math.min(0, ...placed.map(({ y }) => y)) - margin);
	const w = Math.ceil(Math.max(400, ...placed.map(({ x, w }) => x + w)) + margin - left);
	const bottom = Math.max(300, ...placed.map(({ y, h }) => y + h)) + margin;
	const meanings = legendPicture(legend, { x: left + margin, y: bottom });
	return { placed, left, top, w, h: Math.ceil(bottom + meanings.height - top), meanings };
}

/** The whole board as one SVG file without anything from outside; what it shows also stands in it as text, for who does not see it. */
export function boardSvg(
	board: BoardSnapshot,
	title: string,
	legend: Legend = {},
	inside: PicturesInside = new Map()
): string {
	const { placed, left, top, w, h, meanings } = pictureBox(board, legend);
	const [areas, others] = [true, false].map((keeps) =>
		placed.filter(({ type }) => definitionOf(type).keepsContent === keeps).sort(inPaintOrder)
	);
	const joins = board.elements.filter(({ type }) => definitionOf(type).joins);
	const drawn = [...(areas ?? []), ...joins, ...(others ?? [])].map((element) =>
		elementPictures[element.type](element, board, inside)
	);
	const size = `width="${w}" height="${h}"`;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="${left} ${top} ${w} ${h}" role="img" font-family="'Fira Sans', 'Segoe UI', sans-serif">`,
		`<title>${escaped(title)}</title>`,
		`<desc>${escaped(boardLines(board, legend).join('\n'))}</desc>`,
		`<rect x="${left}" y="${top}" ${size} fill="${paper.ground}"/>`,
		...drawn,
		...meanings.drawn,
		'</svg>'
	].join('\n');
}
