import * as decoding from 'lib0/decoding';

/** A place in received bytes from which values are read. */
export type Reader = decoding.Decoder;

/** Thrown while reading bytes that do not keep to the format or its limits; whoever reads from a stranger catches it. */
export class Malformed extends Error {}

/** Stops reading when a promise of the format does not hold. */
export function expectFormat(condition: boolean, promise: string): asserts condition {
	if (!condition) throw new Malformed(promise);
}

export function readerOf(bytes: Uint8Array): Reader {
	return decoding.createDecoder(bytes);
}

export function isAtEnd(reader: Reader): boolean {
	return reader.pos >= reader.arr.length;
}

/** lib0 reads past the end of a message into memory that belongs to others; these functions never do. */
export function readByte(reader: Reader): number {
	expectFormat(reader.pos < reader.arr.length, 'a message ends where it says');
	return decoding.readUint8(reader);
}

/** Seven bits in each byte, the lowest first; the highest bit says that more follow. Read most often of all, hence by hand. */
export function readNumber(reader: Reader, atMost = Number.MAX_SAFE_INTEGER): number {
	const { arr } = reader;
	let value = 0;
	for (let factor = 1; factor <= Number.MAX_SAFE_INTEGER; factor *= 128) {
		const byte = arr[reader.pos++];
		if (byte === undefined) throw new Malformed('a message ends where it says');
		value += (byte & 127) * factor;
		if (value > atMost) break;
		if (byte < 128) return value;
	}
	throw new Malformed(`a number is at most ${atMost}`);
}

export function skip(reader: Reader, count: number): void {
	expectFormat(count <= reader.arr.length - reader.pos, 'a message ends where it says');
	reader.pos += count;
}

/** A view on the bytes that follow, announced by their count. */
export function readBytes(reader: Reader, atMost = Number.MAX_SAFE_INTEGER): Uint8Array {
	const count = readNumber(reader, atMost);
	const start = reader.pos;
	skip(reader, count);
	return reader.arr.subarray(start, start + count);
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Text that follows, announced by its count of bytes. What is not UTF-8 is refused. */
export function readText(reader: Reader): string {
	const bytes = readBytes(reader);
	try {
		return utf8.decode(bytes);
	} catch {
		throw new Malformed('text is UTF-8');
	}
}

export function skipText(reader: Reader): void {
	skip(reader, readNumber(reader));
}

/** How long a text that was checked before is in JavaScript, without making it: two for what takes four bytes, else one. */
export function measureText(reader: Reader): number {
	let length = 0;
	for (const byte of readBytes(reader)) {
		if ((byte & 0xc0) !== 0x80) length += byte >= 0xf0 ? 2 : 1;
	}
	return length;
}

/** Runs what throws in its own words on bad input, and says instead which promise was broken. */
export function attempt<T>(read: () => T, promise: string): T {
	try {
		return read();
	} catch {
		throw new Malformed(promise);
	}
}
