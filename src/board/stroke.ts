import { fromBase64, toBase64 } from 'lib0/buffer';
import { createDecoder, readVarInt } from 'lib0/decoding';
import { encode, writeVarInt } from 'lib0/encoding';
import { limits } from './limits.ts';

/** A point of a stroke, in places of the board. */
export interface StrokePoint {
	x: number;
	y: number;
}

/** A stroke as it is kept: where it lies, and its points within that, packed. */
export interface PackedStroke {
	x: number;
	y: number;
	w: number;
	h: number;
	ink: string;
}

/** Room around a stroke, so that also the broadest pen stays within it and a dot can be grasped. */
export const strokeMargin = 12;

/**
 * Packs a stroke that has been drawn: points that change nothing for the eye are left out, the rest is kept as whole steps from one to
 * the next. `detail` is how far a point may lie beside the line before it counts; a stroke that is too long gets coarser, never shorter.
 */
export function packStroke(drawn: readonly StrokePoint[], detail: number): PackedStroke | null {
	if (drawn.length === 0) return null;
	for (let coarse = Math.max(detail, 0.25); ; coarse *= 1.6) {
		const points = simplified(drawn, coarse);
		const packed = pack(points);
		if (packed.ink.length <= limits.inkLetters || points.length <= 2) return packed;
	}
}

function pack(points: readonly StrokePoint[]): PackedStroke {
	const [left, top] = [Math.min(...points.map(({ x }) => x)), Math.min(...points.map(({ y }) => y))];
	const [x, y] = [Math.round(left) - strokeMargin, Math.round(top) - strokeMargin];
	const inside = points.map((point) => ({ x: Math.round(point.x) - x, y: Math.round(point.y) - y }));
	const bytes = encode((encoder) => {
		let before = { x: 0, y: 0 };
		for (const point of inside) {
			writeVarInt(encoder, point.x - before.x);
			writeVarInt(encoder, point.y - before.y);
			before = point;
		}
	});
	return { x, y, ...sizeOf(inside), ink: toBase64(bytes) };
}

/** The points of a stroke within its own room; none where the letters are no stroke. */
export function unpackStroke(ink: string): StrokePoint[] {
	const points: StrokePoint[] = [];
	try {
		const decoder = createDecoder(fromBase64(ink));
		let [x, y] = [0, 0];
		while (decoder.pos < decoder.arr.length) {
			x += readVarInt(decoder);
			// Half a point is rubbish, and lib0 would read on behind the end for ever.
			if (decoder.pos >= decoder.arr.length) return [];
			y += readVarInt(decoder);
			if (!(Math.abs(x) <= limits.largestSide && Math.abs(y) <= limits.largestSide)) return [];
			points.push({ x, y });
		}
		return points;
	} catch {
		return [];
	}
}

/** How large the room of a stroke was when it was drawn. */
export function sizeOf(points: readonly StrokePoint[]): { w: number; h: number } {
	const far = (side: 'x' | 'y') => points.reduce((most, point) => Math.max(most, point[side]), strokeMargin);
	return { w: far('x') + strokeMargin, h: far('y') + strokeMargin };
}

/** The line through points without those that lie less than `coarse` beside it (Ramer, Douglas and Peucker). */
export function simplified(points: readonly StrokePoint[], coarse: number): StrokePoint[] {
	if (points.length < 3) return [...points];
	const kept = new Set([0, points.length - 1]);
	const open: [number, number][] = [[0, points.length - 1]];
	for (let part = open.pop(); part; part = open.pop()) {
		const [from, to] = part;
		let [farthest, way] = [0, coarse];
		for (let at = from + 1; at < to; at++) {
			const beside = distance(points[at]!, points[from]!, points[to]!);
			if (beside > way) [farthest, way] = [at, beside];
		}
		if (farthest === 0) continue;
		kept.add(farthest);
		open.push([from, farthest], [farthest, to]);
	}
	return points.filter((_, at) => kept.has(at));
}

function distance(point: StrokePoint, from: StrokePoint, to: StrokePoint): number {
	const [dx, dy] = [to.x - from.x, to.y - from.y];
	const length = dx * dx + dy * dy;
	const share = length === 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / length;
	const at = Math.min(Math.max(share, 0), 1);
	return Math.hypot(point.x - from.x - at * dx, point.y - from.y - at * dy);
}

/** The path of SVG through points, round at each of them; `across` and `down` say how the room has been stretched since. */
export function strokePath(points: readonly StrokePoint[], across = 1, down = 1): string {
	const at = ({ x, y }: StrokePoint) => `${round(x * across)} ${round(y * down)}`;
	const [first, ...rest] = points;
	if (!first) return '';
	const last = rest.pop();
	// A dot is a line without a length, which round ends make visible.
	if (!last) return `M${at(first)}h0.01`;
	const bends = rest.map((point, index) => {
		const next = rest[index + 1] ?? last;
		return `Q${at(point)} ${at({ x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 })}`;
	});
	return `M${at(first)}${bends.join('')}L${at(last)}`;
}

const round = (value: number) => Math.round(value * 10) / 10;
