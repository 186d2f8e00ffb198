import type { Box } from '#board/operations/resize-element.ts';
import type { Point } from '../camera.ts';
import type { Line } from '../connector-line.ts';
import { paper } from './palette.ts';

/** A text that can stand in XML: signs that would be read as marks are written out, signs that XML forbids are left out. */
export function escaped(text: string): string {
	const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
	return [...text]
		.filter((sign) => /[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(sign))
		.map((sign) => signs[sign] ?? sign)
		.join('');
}

const number = (value: number): string => String(Math.round(value * 10) / 10);

/** A rectangle; `opacity` is that of its ground. */
export function box(
	{ x, y, w, h }: Box,
	look: { fill: string; stroke: string; radius: number; opacity?: number }
): string {
	const place = `x="${number(x)}" y="${number(y)}" width="${number(w)}" height="${number(h)}" rx="${look.radius}"`;
	return `<rect ${place} fill="${look.fill}" fill-opacity="${look.opacity ?? 1}" stroke="${look.stroke}" stroke-width="2"/>`;
}

/** A picture in its proportion; its address holds it whole, because a file shows nothing from outside. */
export function picture({ x, y, w, h }: Box, held: string): string {
	const place = `x="${number(x)}" y="${number(y)}" width="${number(w)}" height="${number(h)}"`;
	return `<image ${place} href="${escaped(held)}"/>`;
}

/** The stroke of a pen. */
export function stroke(path: string, look: Point & { width: number; colour: string; title: string }): string {
	const pen = `fill="none" stroke="${look.colour}" stroke-width="${look.width}" stroke-linecap="round" stroke-linejoin="round"`;
	return `<path transform="translate(${number(look.x)} ${number(look.y)})" d="${path}" ${pen}><title>${escaped(look.title)}</title></path>`;
}

/** Lines of text below each other; `y` is their upper edge. */
export function words(
	lines: readonly string[],
	look: { x: number; y: number; size: number; fill: string; bold?: boolean; centred?: boolean }
): string {
	const rows = lines.map((line, at) => {
		const y = look.y + look.size * (1 + at * 1.3);
		return `<tspan x="${number(look.x)}" y="${number(y)}">${escaped(line)}</tspan>`;
	});
	const weight = look.bold ? ' font-weight="700"' : '';
	// A label that crosses a line stays readable.
	const halo = ` stroke="${paper.ground}" stroke-width="6" paint-order="stroke"`;
	const anchor = look.centred ? ` text-anchor="middle"${halo}` : '';
	return `<text font-size="${number(look.size)}" fill="${look.fill}"${weight}${anchor}>${rows.join('')}</text>`;
}

/** An arrow with its head. */
export function arrow({ from, to }: Line, colour: string, dashed: boolean): string {
	const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
	const head = Math.min(18, length / 2);
	const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length];
	const neck = { x: to.x - ux * head, y: to.y - uy * head };
	const ends = `x1="${number(from.x)}" y1="${number(from.y)}" x2="${number(neck.x)}" y2="${number(neck.y)}"`;
	const tips = [
		[to.x, to.y],
		[neck.x - uy * head * 0.5, neck.y + ux * head * 0.5],
		[neck.x + uy * head * 0.5, neck.y - ux * head * 0.5]
	].map(([x, y]) => `${number(x!)},${number(y!)}`);
	const dash = dashed ? ' stroke-dasharray="10 7"' : '';
	return `<line ${ends} stroke="${colour}" stroke-width="3"${dash}/><polygon points="${tips.join(' ')}" fill="${colour}"/>`;
}
