import type { ConnectorKind } from '#board/elements/connector.ts';
import type { Drawing } from './drawing.ts';
import type { Palette } from './palette.ts';

const dashes: Record<ConnectorKind, number[]> = { affects: [], supports: [], endangers: [10, 7] };

/** An arrow by its kind; one that is still being drawn is dashed. */
export function paintArrow(pen: CanvasRenderingContext2D, drawing: Drawing, palette: Palette, zoom: number): void {
	const { line, element, chosen, loose } = drawing;
	if (!line) return;
	const { from, to } = line;
	const kind = element.kind ?? 'affects';
	const strong = chosen || loose;
	const width = Math.max(strong ? 4 : 2.5, (strong ? 2.5 : 1.5) / zoom);
	const length = Math.hypot(to.x - from.x, to.y - from.y);
	const head = Math.min(Math.max(14, 9 / zoom), length / 2);
	const [ux, uy] = [(to.x - from.x) / (length || 1), (to.y - from.y) / (length || 1)];
	const neck = { x: to.x - ux * head, y: to.y - uy * head };
	pen.strokeStyle = pen.fillStyle = strong ? palette.action : palette.arrow[kind];
	pen.lineWidth = width;
	pen.setLineDash(loose ? [6, 6] : dashes[kind]);
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
