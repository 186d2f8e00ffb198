import {
	Malformed,
	attempt,
	expectFormat,
	readByte,
	readBytes,
	readNumber,
	readText,
	skip,
	skipText,
	type Reader
} from '#protocol/bounded-reading.ts';
import { limits } from '#protocol/limits.ts';
import { readVarInt } from 'lib0/decoding';

/** Text that PostgreSQL and every JSON reader can hold: no NUL, no half characters, not endless. */
export function expectString(value: string, atMost: number): void {
	if (value.length > atMost) throw new Malformed(`a text has at most ${atMost} characters`);
	expectFormat(!value.includes('\0'), 'a text holds no NUL');
	expectFormat(!halfCharacter.test(value), 'a text holds whole characters');
}

const tooDeep = `a value is nested at most ${limits.valueDepth} deep`;
const halfCharacter = /\p{Surrogate}/u;

const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

/** Reads over a key of a map, a mark or a node. */
export function readKey(reader: Reader, strict: boolean): void {
	if (strict) expectKey(readText(reader));
	else skipText(reader);
}

/** A key that every program can store and none mistakes for its own. */
function expectKey(key: string): void {
	expectString(key, limits.keyLength);
	expectFormat(!forbiddenKeys.has(key), 'a key is not a word of the language');
}

/** The first byte of a value in lib0's encoding. */
const tag = {
	undefined: 127,
	null: 126,
	integer: 125,
	float32: 124,
	float64: 123,
	bigint: 122,
	false: 121,
	true: 120,
	string: 119,
	object: 118,
	array: 117,
	bytes: 116
};

/** Reads over one value. A stack of ours instead of the engine's, so that depth is counted and not suffered. */
export function expectValue(reader: Reader, strict: boolean): void {
	const open = [{ left: 1, keyed: false }];
	for (let inner = open.at(-1); inner; inner = open.at(-1)) {
		if (inner.left === 0) {
			open.pop();
			continue;
		}
		inner.left--;
		if (inner.keyed) readKey(reader, strict);
		const kind = readByte(reader);
		if (kind === tag.object || kind === tag.array) {
			expectFormat(!strict || open.length < limits.valueDepth, tooDeep);
			open.push({ left: readNumber(reader), keyed: kind === tag.object });
		} else {
			expectPlainValue(reader, kind, strict);
		}
	}
}

function expectPlainValue(reader: Reader, kind: number, strict: boolean): void {
	switch (kind) {
		case tag.null:
		case tag.true:
		case tag.false:
			return;
		case tag.integer:
			readVarInt(reader);
			return;
		case tag.float32:
			return expectNumber(reader, 4, strict);
		case tag.float64:
			return expectNumber(reader, 8, strict);
		case tag.string: {
			if (strict) expectString(readText(reader), limits.valueLength);
			else skipText(reader);
			return;
		}
	}
	expectFormat(!strict, 'a value is text, a number, true, false, null, a list or an object');
	if (kind === tag.bytes) readBytes(reader);
	else if (kind === tag.bigint) skip(reader, 8);
	else expectFormat(kind === tag.undefined, 'a value has a known kind');
}

function expectNumber(reader: Reader, size: 4 | 8, strict: boolean): void {
	const start = reader.pos;
	skip(reader, size);
	const view = new DataView(reader.arr.buffer, reader.arr.byteOffset + start, size);
	const value = size === 4 ? view.getFloat32(0) : view.getFloat64(0);
	expectFormat(!strict || Number.isFinite(value), 'a number is finite');
}

/** The value of a mark or an embedded thing travels as JSON text; its depth is counted before anything parses it. */
export function readJson(reader: Reader, strict: boolean): void {
	if (strict) expectJson(readText(reader));
	else skipText(reader);
}

function expectJson(json: string): void {
	expectFormat(json.length <= limits.valueLength, `a value has at most ${limits.valueLength} characters`);
	expectFormat(depthOf(json) <= limits.valueDepth, tooDeep);
	const open: unknown[] = [attempt((): unknown => JSON.parse(json), 'an embedded value is JSON')];
	for (let value = open.pop(); value !== undefined; value = open.pop()) {
		if (typeof value === 'string') expectString(value, limits.valueLength);
		else if (Array.isArray(value)) open.push(...value);
		else if (typeof value === 'object' && value !== null) {
			for (const [key, inner] of Object.entries(value)) {
				expectKey(key);
				open.push(inner);
			}
		}
	}
}

function depthOf(json: string): number {
	let depth = 0;
	let deepest = 0;
	let quoted = false;
	for (let index = 0; index < json.length; index++) {
		const character = json[index];
		if (quoted) {
			if (character === '\\') index++;
			else if (character === '"') quoted = false;
		} else if (character === '"') quoted = true;
		else if (character === '[' || character === '{') deepest = Math.max(deepest, ++depth);
		else if (character === ']' || character === '}') depth--;
	}
	return deepest;
}
