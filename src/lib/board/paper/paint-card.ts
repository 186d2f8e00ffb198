import type { BoardElement } from '#board/board-element.ts';
import type { Box } from '#board/operations/resize-element.ts';
import { letterSize } from '../letter-size.ts';
import { linesIn } from '../picture/lines.ts';
import type { Palette } from './palette.ts';

/** As `NoteView` has it, so that a card looks the same when it is mounted. */
const look = { padding: 16, top: 17, head: 5, radius: 8, lineHeight: 1.3 };
/** Below this, words on the paper could not be read. */
const wordsFrom = 0.27;
const written = new WeakMap<BoardElement, { w: number; h: number; size: number; lines: readonly string[] }>();

/** A card with its words, or with lines in their place where letters could not be read. */
export function paintCard(
	pen: CanvasRenderingContext2D,
	card: BoardElement,
	place: Box,
	palette: Palette,
	zoom: number
): void {
	if (zoom < wordsFrom) return paintFar(pen, card, place, palette);
	const { x, y, w, h } = place;
	pen.fillStyle = palette.edge[card.colour];
	pen.beginPath();
	pen.roundRect(x, y, w, h, look.radius);
	pen.fill();
	pen.fillStyle = card.type === 'unknown' ? palette.surface : palette.note[card.colour];
	pen.beginPath();
	pen.roundRect(x + 1, y + look.head, w - 2, h - look.head - 1, [0, 0, look.radius - 1, look.radius - 1]);
	pen.fill();
	const { size, lines } = wordsOf(card, place);
	pen.fillStyle = palette.text;
	pen.font = `${size}px ${palette.font}`;
	const down = size * look.lineHeight;
	const first = y + look.top + down / 2 + size * 0.35;
	lines.forEach((line, at) => pen.fillText(line, x + look.padding, first + at * down));
}

/** The lines of a card that fit onto it, remembered as long as it stays as it is. */
function wordsOf(card: BoardElement, { w, h }: Box) {
	const known = written.get(card);
	if (known?.w === w && known.h === h) return known;
	const size = letterSize(card.text, w, h);
	const most = Math.max(1, Math.floor((h - 2 * look.padding) / (size * look.lineHeight)));
	const words = { w, h, size, lines: linesIn(card.text, w - 2 * look.padding, size, most) };
	written.set(card, words);
	return words;
}

function paintFar(pen: CanvasRenderingContext2D, card: BoardElement, { x, y, w, h }: Box, palette: Palette): void {
	pen.fillStyle = palette.edge[card.colour];
	pen.fillRect(x - 2, y - 2, w + 4, h + 4);
	pen.fillStyle = palette.note[card.colour];
	pen.fillRect(x + 2, y + 2, w - 4, h - 4);
	pen.fillStyle = palette.ink;
	const lines = Math.min(Math.ceil(card.text.length / 16), Math.floor((h - 32) / 32));
	for (let line = 0; line < lines; line++) {
		const share = line === lines - 1 ? 0.55 : 1;
		pen.fillRect(x + 20, y + 24 + line * 32, Math.max(0, w - 40) * share, 10);
	}
}
