import {
	readByte,
	readNumber,
	readText,
	readerOf,
	expectFormat,
	isAtEnd,
	type Reader
} from '#protocol/bounded-reading.ts';
import { limits } from '#protocol/limits.ts';
import { readContent } from './update-content.ts';
import { readKey } from './update-values.ts';

/** The place of one character, value or type in a document: the n-th thing of a client. */
export interface StructId {
	readonly client: number;
	readonly clock: number;
}

/** A piece of an update, without its content: enough to know what it builds on. */
export interface Struct extends StructId {
	readonly length: number;
	/** `gc` is what was deleted and forgotten, `skip` a hole. */
	readonly kind: 'item' | 'gc' | 'skip';
	readonly origin: StructId | null;
	readonly rightOrigin: StructId | null;
	/** The shared type it lies in, when it is not a neighbour that says so. */
	readonly parent: StructId | null;
	/** The name of the root it lies in, when it lies directly in one. */
	readonly root: string | null;
}

/** A range of deleted things. */
export interface DeletedRange extends StructId {
	readonly length: number;
}

/** An update taken apart without building a document. */
export interface ScannedUpdate {
	readonly structs: readonly Struct[];
	readonly deletes: readonly DeletedRange[];
}

/**
 * Takes an update in Yjs' first format apart, without recursion and without trusting any length in it. Throws when it is malformed.
 * `strict` also applies the limits for what comes from a client; what lies in our own log was checked when it came.
 */
export function scanUpdate(bytes: Uint8Array, strict = false): ScannedUpdate {
	const reader = readerOf(bytes);
	const structs = readStructs(reader, strict);
	const deletes = readDeletes(reader, strict);
	expectFormat(isAtEnd(reader), 'an update ends where it says');
	return { structs, deletes };
}

/** How far each client has written, going by an update without holes, or by several. */
export function raiseClocks(clocks: Map<number, number>, { structs }: ScannedUpdate): Map<number, number> {
	for (const { client, clock, length } of structs)
		clocks.set(client, Math.max(clocks.get(client) ?? 0, clock + length));
	return clocks;
}

const hasParentKey = 0b0010_0000;
const hasRightOrigin = 0b0100_0000;
const hasOrigin = 0b1000_0000;
const contentKind = 0b0001_1111;
const gc = 0;
const skip = 10;

function readStructs(reader: Reader, strict: boolean): Struct[] {
	const structs: Struct[] = [];
	const seen = new Set<number>();
	for (let clients = readNumber(reader); clients > 0; clients--) {
		let left = readNumber(reader);
		const client = readNumber(reader);
		expectFormat(!strict || (left > 0 && !seen.has(client)), 'an update names a client once, with what it wrote');
		seen.add(client);
		let clock = readNumber(reader, limits.clock);
		for (; left > 0; left--) {
			const struct = readStruct(reader, client, clock, strict);
			clock += struct.length;
			expectFormat(struct.length > 0 && clock <= limits.clock, 'every struct has a length, and clocks stay small');
			structs.push(struct);
			expectFormat(!strict || structs.length <= limits.structsPerUpdate, 'an update has not too many structs');
		}
	}
	return structs;
}

function readStruct(reader: Reader, client: number, clock: number, strict: boolean): Struct {
	const info = readByte(reader);
	const kind = info & contentKind;
	if (info === skip || kind === gc) {
		const length = readNumber(reader, limits.clock);
		const bare = { origin: null, rightOrigin: null, parent: null, root: null };
		return { client, clock, length, kind: info === skip ? 'skip' : 'gc', ...bare };
	}
	const origin = info & hasOrigin ? readId(reader) : null;
	const rightOrigin = info & hasRightOrigin ? readId(reader) : null;
	let parent: StructId | null = null;
	let root: string | null = null;
	if (!origin && !rightOrigin) {
		if (readNumber(reader) === 1) root = readText(reader);
		else parent = readId(reader);
		if (info & hasParentKey) readKey(reader, strict);
	}
	const length = readContent(reader, kind, strict);
	return { client, clock, length, kind: 'item', origin, rightOrigin, parent, root };
}

function readId(reader: Reader): StructId {
	return { client: readNumber(reader), clock: readNumber(reader) };
}

function readDeletes(reader: Reader, strict: boolean): DeletedRange[] {
	const deletes: DeletedRange[] = [];
	for (let clients = readNumber(reader); clients > 0; clients--) {
		const client = readNumber(reader);
		for (let left = readNumber(reader); left > 0; left--) {
			const range = { client, clock: readNumber(reader, limits.clock), length: readNumber(reader, limits.clock) };
			expectFormat(!strict || range.length > 0, 'a deleted range has a length');
			deletes.push(range);
			expectFormat(!strict || deletes.length <= limits.deletesPerUpdate, 'an update deletes not too many ranges');
		}
	}
	return deletes;
}
