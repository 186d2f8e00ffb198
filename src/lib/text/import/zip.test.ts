import { expect, test } from 'vitest';
import { packed } from '../../../../tests/support/word-file.ts';
import { unzip, zip } from './zip.ts';

const all = () => true;
const words = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

test('what was packed is unpacked, and only what is wanted', async () => {
	const parts = await unzip(packed({ 'a.xml': 'Ziel', 'b.png': 'Bild' }), (name) => name.endsWith('.xml'));
	expect(typeof parts === 'string' ? parts : [...parts].map(([name, bytes]) => [name, words(bytes)])).toEqual([
		['a.xml', 'Ziel']
	]);
});

test('what we pack ourselves can be unpacked', async () => {
	const parts = await unzip(zip(new Map([['ä/b.xml', new TextEncoder().encode('Wörter')]])), all);
	expect(typeof parts === 'string' ? parts : words(parts.get('ä/b.xml'))).toBe('Wörter');
});

test('a file that unpacks to far too much is stopped, also if it says that it is small', async () => {
	const bomb = packed({ 'a.xml': new Uint8Array(40 * 1024 * 1024) }, 10);
	expect(bomb.length).toBeLessThan(100_000);
	expect(await unzip(bomb, all)).toBe('too-much');
});

test('what is damaged, locked or no ZIP file is refused', async () => {
	const sound = packed({ 'a.xml': 'Ziel'.repeat(100) });
	expect(await unzip(new TextEncoder().encode('Ein Brief.'), all)).toBe('damaged');
	expect(await unzip(new Uint8Array(), all)).toBe('damaged');
	const cut = sound.slice(20);
	expect(await unzip(cut, all)).toBe('damaged');
	const spoilt = sound.slice();
	spoilt.fill(0xff, 35, 40);
	expect(await unzip(spoilt, all)).toBe('damaged');
	const locked = sound.slice();
	locked[new DataView(locked.buffer).getUint32(locked.length - 6, true) + 8] = 1;
	expect(await unzip(locked, all)).toBe('locked');
});
