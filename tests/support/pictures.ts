import { deflateSync } from 'node:zlib';

/** A small picture as PNG that browsers draw, in one colour; each colour is another picture. */
export function aPicture(colour: readonly [number, number, number] = [32, 68, 170], w = 120, h = 80): Uint8Array {
	const row = Buffer.from([0, ...Array.from({ length: w }, () => colour).flat()]);
	const head = Buffer.alloc(13);
	head.writeUInt32BE(w, 0);
	head.writeUInt32BE(h, 4);
	head.set([8, 2, 0, 0, 0], 8);
	const rows = deflateSync(Buffer.concat(Array.from({ length: h }, () => row)));
	const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
	return Buffer.concat([signature, part('IHDR', head), part('IDAT', rows), part('IEND', Buffer.alloc(0))]);
}

function part(name: string, content: Buffer): Buffer {
	const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
	const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
	length.writeUInt32BE(content.length);
	check.writeUInt32BE(checkOf(named));
	return Buffer.concat([length, named, check]);
}

/** The check sum of PNG (CRC-32). */
function checkOf(bytes: Uint8Array): number {
	let sum = 0xffffffff;
	for (const byte of bytes) {
		sum ^= byte;
		for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
	}
	return (sum ^ 0xffffffff) >>> 0;
}
