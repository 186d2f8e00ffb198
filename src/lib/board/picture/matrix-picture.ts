import type { BoardElement } from '#board/board-element.ts';
import { fieldOf } from '#board/matrix.ts';
import { alongAxis } from '../matrix-words.ts';
import { paper } from './palette.ts';
import { escaped } from './shapes.ts';

const size = 24;
const aside = 20;
const anchors = ['start', 'middle', 'end'];

/** The cross of a matrix, and the words of its axes beside and below it, where no card is laid. */
export function matrixPicture(area: BoardElement): string {
	const { x, y, w, h } = fieldOf(area);
	const line = (x1: number, y1: number, x2: number, y2: number) =>
		`<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${paper.edge[area.colour]}" stroke-width="2"/>`;
	const [across = [], up = []] = area.axes?.map(alongAxis) ?? [];
	return [
		line(x + w / 2, y, x + w / 2, y + h),
		line(x, y + h / 2, x + w, y + h / 2),
		...across.map((word, at) => label(word, x + (w * at) / 2, y + h + aside + size, at, '')),
		...up.map((word, at) => label(word, x - aside, y + h - (h * at) / 2, at, 'rotate(-90)'))
	].join('');
}

function label(word: string, x: number, y: number, at: number, turn: string): string {
	const place = `transform="translate(${x} ${y}) ${turn}" text-anchor="${anchors[at]}"`;
	return `<text ${place} font-size="${size}" fill="${paper.muted}">${escaped(word)}</text>`;
}
