import { importLimits } from './import-limits.ts';

/** What lies in a packed file, by its name. */
export type Parts = ReadonlyMap<string, Uint8Array>;

/**
 * Unpacks those parts of a ZIP file that are wanted. It counts what really comes out and stops as soon as that is too much, whatever
 * the file says about itself. A file that is damaged, locked or no ZIP file gives a word instead.
 */
export async function unzip(
	bytes: Uint8Array,
	wanted: (name: string) => boolean
): Promise<Parts | 'damaged' | 'locked' | 'too-much'> {
	const entries = entriesOf(bytes);
	if (entries === null) return 'damaged';
	const parts = new Map<string, Uint8Array>();
	let room = importLimits.unpackedMegabytes * 1024 * 1024;
	for (const entry of entries.filter(({ name }) => wanted(name))) {
		if (parts.has(entry.name)) continue;
		if (entry.locked) return 'locked';
		const packed = packedBytes(bytes, entry);
		if (packed === null) return 'damaged';
		try {
			const part = entry.method === 0 ? packed : await inflate(packed, room);
			if (part === null || part.length > room) return 'too-much';
			room -= part.length;
			parts.set(entry.name, part);
		} catch {
			return 'damaged';
		}
	}
	return parts;
}

interface Entry {
	name: string;
	locked: boolean;
	method: number;
	size: number;
	at: number;
}

const signature = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 };
const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The list at the end of the file, or null if there is none that can be followed. */
function entriesOf(bytes: Uint8Array): Entry[] | null {
	const view = viewOf(bytes);
	const earliest = Math.max(0, bytes.length - 22 - 0xffff);
	let end = bytes.length - 22;
	while (end >= earliest && view.getUint32(end, true) !== signature.end) end -= 1;
	if (end < earliest) return null;
	const count = view.getUint16(end + 10, true);
	if (count > importLimits.entries) return null;
	const entries: Entry[] = [];
	let at = view.getUint32(end + 16, true);
	for (let index = 0; index < count; index++) {
		if (at + 46 > end || view.getUint32(at, true) !== signature.central) return null;
		const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
		entries.push({
			name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name!)),
			locked: (view.getUint16(at + 8, true) & 1) === 1,
			method: view.getUint16(at + 10, true),
			size: view.getUint32(at + 20, true),
			at: view.getUint32(at + 42, true)
		});
		at += 46 + name! + extra! + comment!;
	}
	return entries;
}

function packedBytes(bytes: Uint8Array, { at, size, method }: Entry): Uint8Array | null {
	const view = viewOf(bytes);
	if (at + 30 > bytes.length || view.getUint32(at, true) !== signature.local) return null;
	const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
	return from + size <= bytes.length && (method === 0 || method === 8) ? bytes.subarray(from, from + size) : null;
}

async function inflate(packed: Uint8Array, room: number): Promise<Uint8Array | null> {
	const reader = new Blob([packed.slice()]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
	const chunks: Uint8Array[] = [];
	let length = 0;
	for (let next = await reader.read(); !next.done; next = await reader.read()) {
		length += next.value.length;
		if (length > room) {
			await reader.cancel();
			return null;
		}
		chunks.push(next.value);
	}
	return joined(chunks);
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
	const all = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const chunk of chunks) {
		all.set(chunk, at);
		at += chunk.length;
	}
	return all;
}

/** Puts parts into a ZIP file without packing them. Check sums are left out: who reads it here does not look at them. */
export function zip(parts: Parts): Uint8Array {
	const chunks: Uint8Array[] = [];
	const central: Uint8Array[] = [];
	let at = 0;
	for (const [name, content] of parts) {
		const title = new TextEncoder().encode(name);
		const sizes = [0, content.length, content.length];
		const local = header(signature.local, [20, 0x800, 0, 0, 0], sizes, [title.length, 0]);
		const listed = header(signature.central, [20, 20, 0x800, 0, 0, 0], sizes, [title.length, 0, 0, 0, 0, 0, 0], [at]);
		chunks.push(local, title, content);
		central.push(listed, title);
		at += local.length + title.length + content.length;
	}
	const list = joined(central);
	const end = header(signature.end, [0, 0, parts.size, parts.size], [list.length, at], [0]);
	return joined([...chunks, list, end]);
}

/** Numbers of two and four bytes in turn, behind a signature of four. */
function header(first: number, ...groups: number[][]): Uint8Array {
	const numbers = groups.flatMap((group, at) => group.map((value) => ({ value, size: at % 2 === 0 ? 2 : 4 })));
	const bytes = new Uint8Array(numbers.reduce((sum, { size }) => sum + size, 4));
	const view = viewOf(bytes);
	view.setUint32(0, first, true);
	let at = 4;
	for (const { value, size } of numbers) {
		if (size === 2) view.setUint16(at, value, true);
		else view.setUint32(at, value, true);
		at += size;
	}
	return bytes;
}
