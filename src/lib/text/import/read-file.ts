import type { Schema } from '@tiptap/pm/model';
import { ok, refuse, type Result } from '#domain/result.ts';
import { docToPlain } from '#domain/texts/doc.ts';
import { cleanHtml } from './clean-html.ts';
import type { ReadText } from './docx.ts';
import { decodeText } from './decode-text.ts';
import { Tally } from './dropped.ts';
import { importLimits } from './import-limits.ts';
import { looksLikeMarkdown, readMarkdown } from './markdown.ts';
import { element, type Element } from './markup.ts';
import { toDoc } from './to-doc.ts';

/** What an ending of a file's name says that is in it. */
const kinds = { docx: 'word', docm: 'word', doc: 'word', md: 'markdown', markdown: 'markdown', txt: 'plain' } as const;

/** The endings of the files that can be brought in, as a browser wants to hear them. */
export const acceptedFiles = '.docx,.md,.markdown,.txt';

/** A file that somebody chose, as a text of ours. */
export async function readFile(file: File, schema: Schema): Promise<Result<ReadText>> {
	const ending = file.name.toLowerCase().split('.').at(-1) ?? '';
	const kind = Object.hasOwn(kinds, ending) ? kinds[ending as keyof typeof kinds] : null;
	if (kind === null) return refuse({ code: 'text.file-unknown' });
	if (file.size > importLimits.megabytes * 1024 * 1024) {
		const { tooLarge } = await import('./docx.ts');
		return tooLarge();
	}
	const bytes = new Uint8Array(await file.arrayBuffer());
	if (bytes.length === 0) return refuse({ code: 'text.file-empty' });
	const read = kind === 'word' ? await readWord(bytes, schema) : readWords(bytes, kind, schema);
	if (!read.ok) return read;
	const { before, after } = read.value;
	return docToPlain(before) === '' && docToPlain(after) === '' ? refuse({ code: 'text.file-empty' }) : read;
}

/** How an old Word document begins, and a new one that is locked with a password. */
const compound = [0xd0, 0xcf, 0x11, 0xe0];

async function readWord(bytes: Uint8Array, schema: Schema): Promise<Result<ReadText>> {
	if (compound.every((byte, at) => bytes[at] === byte)) return refuse({ code: 'text.file-protected' });
	const { readDocx } = await import('./docx.ts');
	return readDocx(bytes, schema);
}

function readWords(bytes: Uint8Array, kind: 'markdown' | 'plain', schema: Schema): Result<ReadText> {
	const text = decodeText(bytes);
	if (text === null) return refuse({ code: 'text.file-unreadable' });
	const tally = new Tally();
	const { first, rest } = firstPart(text);
	const read = kind === 'markdown' || looksLikeMarkdown(first) ? readMarkdown(first) : linesOf(first);
	const doc = toDoc(cleanHtml(read, tally), schema);
	tally.count('rest', rest.split('\n').filter((line) => line.trim() !== '').length);
	return ok({ before: doc, after: doc, changed: false, changes: 0, dropped: tally.dropped });
}

/** A text of which every line is a paragraph. */
const linesOf = (text: string): Element =>
	element(
		'body',
		{},
		text.split('\n').map((line) => element('p', {}, [line]))
	);

/** What can be brought in at most, signs of formatting included, and what is behind it. */
function firstPart(text: string): { first: string; rest: string } {
	const most = 2 * importLimits.characters;
	if (text.length <= most) return { first: text, rest: '' };
	const end = text.lastIndexOf('\n', most);
	return end < 0 ? { first: '', rest: text } : { first: text.slice(0, end), rest: text.slice(end) };
}
