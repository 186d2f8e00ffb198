import { encode } from 'uqr';

/** A QR code as one path of an SVG in units of its modules; `size` counts the quiet margin too. */
export function qrPath(text: string): { size: number; d: string } {
	const { size, data } = encode(text, { ecc: 'M', border: 2 });
	const rows = data.map((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')).join(''));
	return { size, d: rows.join('') };
}
