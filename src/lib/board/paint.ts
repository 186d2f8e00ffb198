import type { BoardElement, BoardSnapshot } from '#board/board-element.ts';
import { colours, type Colour } from '#board/colours.ts';
import { connectorKinds, type ConnectorKind } from '#board/elements/connector.ts';
import type { Box } from '#board/operations/resize-element.ts';
import type { Camera, Point, Size } from './camera.ts';
import { lineBetween, lineOf, type Line } from './connector-line.ts';

/** The colours of the page, as a canvas needs them. */
export interface Palette {
	note: Record<Colour, string>;
	edge: Record<Colour, string>;
	arrow: Record<ConnectorKind, string>;
	action: string;
	ink: string;
}

/** What is painted: arrows always, cards only from afar. */
export interface Scene {
	board: BoardSnapshot;
	camera: Camera;
	size: Size;
	scale: number;
	arrows: readonly BoardElement[];
	chosen: ReadonlySet<string>;
	/** Cards that are too small to be mounted. */
	far: readonly BoardElement[];
	/** An arrow that is being drawn. */
	link: { from: Box; to: Point } | null;
	placeOf(element: BoardElement): Box;
}

const dashes: Record<ConnectorKind, number[]> = { affects: [], supports: [], endangers: [10, 7] };

/** Reads the colours of the page's theme. */
export function readPalette(page: HTMLElement): Palette {
	const probe = page.appendChild(document.createElement('span'));
	const read = (name: string) => {
		probe.style.color = `var(${name})`;
		return getComputedStyle(probe).color;
	};
	const each = <K extends string>(keys: readonly K[], name: (key: K) => string) =>
		Object.fromEntries(keys.map((key) => [key, read(name(key))])) as Record<K, string>;
	const arrows: Record<ConnectorKind, string> = {
		affects: '--wr-muted',
		supports: '--wr-success',
		endangers: '--wr-danger'
	};
	const palette = {
		note: each(colours, (colour) => `--wr-note-${colour}`),
		edge: each(colours, (colour) => `--wr-edge-${colour}`),
		arrow: each(connectorKinds, (kind) => arrows[kind]),
		action: read('--wr-action'),
		ink: read('--wr-muted')
	};
	probe.remove();
	return palette;
}

/** Paints everything that is no element of the page. */
export function paint(pen: CanvasRenderingContext2D, scene: Scene, palette: Palette): void {
	const { camera, size, scale } = scene;
	pen.setTransform(scale, 0, 0, scale, 0, 0);
	pen.clearRect(0, 0, size.w, size.h);
	const zoom = camera.zoom * scale;
	pen.setTransform(zoom, 0, 0, zoom, -camera.x * zoom, -camera.y * zoom);
	for (const arrow of scene.arrows) {
		const line = lineOf(arrow, scene.board, scene.placeOf);
		if (!line) continue;
		const kind = arrow.kind ?? 'affects';
		const chosen = scene.chosen.has(arrow.id);
		drawArrow(pen, line, chosen ? palette.action : palette.arrow[kind], dashes[kind], camera.zoom, chosen);
	}
	for (const card of scene.far) drawFar(pen, scene.placeOf(card), card, palette);
	if (!scene.link) return;
	const line = lineBetween(scene.link.from, { ...scene.link.to, w: 0, h: 0 });
	if (line) drawArrow(pen, line, palette.action, [6, 6], camera.zoom, true);
}

function drawArrow(
	pen: CanvasRenderingContext2D,
	{ from, to }: Line,
	colour: string,
	dash: readonly number[],
	zoom: number,
	strong: boolean
): void {
	const width = Math.max(strong ? 4 : 2.5, (strong ? 2.5 : 1.5) / zoom);
	const length = Math.hypot(to.x - from.x, to.y - from.y);
	const head = Math.min(Math.max(14, 9 / zoom), length / 2);
	const [ux, uy] = [(to.x - from.x) / (length || 1), (to.y - from.y) / (length || 1)];
	const neck = { x: to.x - ux * head, y: to.y - uy * head };
	pen.strokeStyle = pen.fillStyle = colour;
	pen.lineWidth = width;
	pen.setLineDash([...dash]);
	pen.beginPath();
	pen.moveTo(from.x, from.y);
	pen.lineTo(neck.x, neck.y);
	pen.stroke();
	pen.setLineDash([]);
	pen.beginPath();
	pen.moveTo(to.x, to.y);
	pen.lineTo(neck.x - uy * head * 0.5, neck.y + ux * head * 0.5);
	pen.lineTo(neck.x + uy * head * 0.5, neck.y - ux * head * 0.5);
	pen.fill();
}

/** A card from afar: its colour, and lines for its text. */
function drawFar(pen: CanvasRenderingContext2D, { x, y, w, h }: Box, card: BoardElement, palette: Palette): void {
	pen.fillStyle = palette.note[card.colour];
	pen.strokeStyle = palette.edge[card.colour];
	pen.lineWidth = 4;
	pen.fillRect(x, y, w, h);
	pen.strokeRect(x, y, w, h);
	pen.fillStyle = palette.ink;
	const lines = Math.min(Math.ceil(card.text.length / 16), Math.floor((h - 32) / 32));
	for (let line = 0; line < lines; line++) {
		const share = line === lines - 1 ? 0.55 : 1;
		pen.fillRect(x + 20, y + 24 + line * 32, Math.max(0, w - 40) * share, 10);
	}
}
