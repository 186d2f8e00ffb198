import {
	expectFormat,
	measureText,
	readBytes,
	readNumber,
	readText,
	skipText,
	type Reader
} from '#protocol/bounded-reading.ts';
import { limits } from '#protocol/limits.ts';
import { expectString, expectValue, readJson, readKey } from './update-values.ts';

/** Reads over the content of a struct and tells its length in clock ticks. `strict` refuses what our documents do not hold. */
type ContentReader = (reader: Reader, strict: boolean) => number;

const refused =
	(what: string, read: (reader: Reader) => number): ContentReader =>
	(reader, strict) => {
		expectFormat(!strict, `documents hold no ${what}`);
		return read(reader);
	};

/** By number of the content in Yjs' first update format. */
const contents: Record<number, ContentReader> = {
	1: function deleted(reader) {
		return readNumber(reader, limits.clock);
	},
	2: refused('values in the old form', (reader) => {
		const count = readNumber(reader);
		for (let left = count; left > 0; left--) readBytes(reader);
		return count;
	}),
	3: refused('raw bytes', (reader) => {
		readBytes(reader);
		return 1;
	}),
	4: function text(reader, strict) {
		if (!strict) return measureText(reader);
		const value = readText(reader);
		expectString(value, limits.textLength);
		return value.length;
	},
	5: function embedded(reader, strict) {
		readJson(reader, strict);
		return 1;
	},
	6: function format(reader, strict) {
		readKey(reader, strict);
		readJson(reader, strict);
		return 1;
	},
	7: function sharedType(reader, strict) {
		const type = readNumber(reader, hook + 1);
		expectFormat(!strict || type !== hook, 'documents hold no hooks');
		if (type === xmlElement || type === hook) readKey(reader, strict);
		return 1;
	},
	8: function values(reader, strict) {
		const count = readNumber(reader);
		for (let left = count; left > 0; left--) expectValue(reader, strict);
		return count;
	},
	9: refused('documents within documents', (reader) => {
		skipText(reader);
		expectValue(reader, false);
		return 1;
	})
};

const xmlElement = 3;
const hook = 5;

export function readContent(reader: Reader, kind: number, strict: boolean): number {
	const read = contents[kind];
	expectFormat(read !== undefined, 'a struct has a known content');
	return read(reader, strict);
}
