import type { BoardElement, BoardSnapshot, ShownType } from '#board/board-element.ts';
import { isCluster } from '#board/cluster.ts';
import { titleAndBody } from '#board/elements/card.ts';
import { defaultPen } from '#board/elements/ink.ts';
import { sizeOf, strokePath, unpackStroke } from '#board/stroke.ts';
import { lineOf } from '../connector-line.ts';
import { letterSize } from '../letter-size.ts';
import { shortText, titleOr, verbOf } from '../words.ts';
import { linesIn } from './lines.ts';
import { matrixPicture } from './matrix-picture.ts';
import { paper } from './palette.ts';
import { arrow, box, picture, stroke, words } from './shapes.ts';

/** The pictures that lie on a board, as addresses that hold them whole. */
export type PicturesInside = ReadonlyMap<string, string>;

/** How a kind of element is drawn in a picture. A kind without a line here does not compile. */
export const elementPictures: Record<
	ShownType,
	(element: BoardElement, board: BoardSnapshot, inside: PicturesInside) => string
> = {
	note,
	card,
	goal: card,
	'strategy-card': card,
	unknown: note,
	area,
	text,
	connector,
	image,
	ink,
	comment
};

const padding = 16;
const lineHeight = 1.3;

/** In a picture nothing can be scrolled: a long text is written smaller, as long as it can be read on a poster. */
const smaller = [14, 12, 10, 8];

function note(element: BoardElement): string {
	const { x, y, w, h, colour } = element;
	const [width, height] = [w - 2 * padding, h - 2 * padding];
	const fits = (size: number) => linesIn(element.text, width, size).length * size * lineHeight <= height;
	const size = [letterSize(element.text, w, h), ...smaller].find(fits) ?? smaller.at(-1)!;
	const lines = linesIn(element.text, width, size, Math.floor(height / (size * lineHeight)));
	const fill = element.type === 'unknown' ? paper.ground : paper.note[colour];
	return (
		box(element, { fill, stroke: paper.edge[colour], radius: 8 }) +
		words(lines, { x: x + padding, y: y + padding, size, fill: paper.ink })
	);
}

/** A title and what follows it, as much as there is room for. */
function card(element: BoardElement): string {
	const { x, y, w, h, colour } = element;
	const [title, body] = titleAndBody(element.text);
	const [big, small, width] = [22, 18, w - 2 * padding];
	const titleLines = linesIn(title, width, big, Math.max(1, Math.floor((h - 2 * padding) / (big * lineHeight))));
	const under = titleLines.length * big * lineHeight;
	const room = Math.floor((h - 2 * padding - under) / (small * lineHeight));
	const look = { x: x + padding, fill: paper.ink };
	return (
		box(element, { fill: paper.ground, stroke: paper.edge[colour], radius: 8 }) +
		words(titleLines, { ...look, y: y + padding, size: big, bold: true }) +
		(body && room > 0 ? words(linesIn(body, width, small, room), { ...look, y: y + padding + under, size: small }) : '')
	);
}

function area(element: BoardElement): string {
	const { x, y, w, colour } = element;
	const size = isCluster(element) ? 26 : 32;
	const [title = ''] = linesIn(titleOr(element.text), w - 2 * padding, size, 1);
	return (
		box(element, { fill: paper.note[colour], stroke: paper.edge[colour], radius: 12, opacity: 0.35 }) +
		words([title], { x: x + padding, y: y + padding, size, fill: paper.ink, bold: true }) +
		(element.layout === 'matrix' ? matrixPicture(element) : '')
	);
}

function text(element: BoardElement): string {
	const { x, y, w, h, parent } = element;
	const size = parent === null ? Math.min(56, h * 0.6) : 22;
	const most = Math.max(1, Math.floor(h / (size * lineHeight)));
	const look = { x, y, size, fill: parent === null ? paper.ink : paper.muted, bold: parent === null };
	return words(linesIn(element.text, w, size, most), look);
}

/** What cannot be shown is said. */
function image(element: BoardElement, _board: BoardSnapshot, inside: PicturesInside): string {
	const { x, y, w, h } = element;
	const held = inside.get(element.picture ?? '');
	if (held !== undefined) return picture(element, held);
	const lines = linesIn(shortText(element), w - 2 * padding, 17, Math.max(1, Math.floor(h / (17 * lineHeight))));
	return (
		box(element, { fill: paper.ground, stroke: paper.muted, radius: 4 }) +
		words(lines, { x: x + padding, y: y + padding, size: 17, fill: paper.muted })
	);
}

/** Its name is shown by programs that have somewhere to show it. */
function ink(element: BoardElement): string {
	const { x, y, w, h, colour, pen: width = defaultPen } = element;
	const points = unpackStroke(element.ink ?? '');
	const drawn = sizeOf(points);
	const path = strokePath(points, w / drawn.w, h / drawn.h);
	return stroke(path, { x, y, width, colour: paper.edge[colour], title: shortText(element) });
}

/** That something was said; what, stands in no picture. */
function comment(element: BoardElement): string {
	const { x, y, w, h, answers = 0 } = element;
	const said = { x: x + w / 2, y: y + h / 2 - 12, size: 19, fill: paper.muted, centred: true };
	return box(element, { fill: paper.ground, stroke: paper.muted, radius: 12 }) + words([String(answers)], said);
}

function connector(element: BoardElement, board: BoardSnapshot): string {
	const line = lineOf(element, board, (end) => end);
	if (!line) return '';
	const kind = element.kind ?? 'affects';
	const label = element.text.trim() || verbOf[kind]();
	const said = words([label], { x: line.middle.x, y: line.middle.y - 12, size: 20, fill: paper.ink, centred: true });
	return arrow(line, paper.arrow[kind], kind === 'endangers') + said;
}
