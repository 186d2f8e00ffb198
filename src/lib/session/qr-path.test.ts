import { expect, test } from 'vitest';
import { qrPath } from './qr-path.ts';

const address = 'https://wirkraum.example/j/3dJq0Zb1yS8mE5nT7kUw2A';

test('a QR code is one path of whole modules inside its quiet margin', () => {
	const { size, d } = qrPath(address);
	const places = [...d.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => [Number(x), Number(y)]);
	expect(places.length).toBeGreaterThan(200);
	expect(d.replaceAll(/M\d+ \d+h1v1h-1z/g, '')).toBe('');
	expect(places.flat().every((at) => at >= 2 && at < size - 2)).toBe(true);
});

test('another link is another picture', () => expect(qrPath(address).d).not.toBe(qrPath(`${address}x`).d));
