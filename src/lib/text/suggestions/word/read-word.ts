import { getSchema } from '@tiptap/core';
import type { Result } from '#domain/result.ts';
import { docToPlain } from '#domain/texts/doc.ts';
import { textExtensions } from '../../extensions.ts';
import { cleanHtml } from '../../import/clean-html.ts';
import type { ReadText } from '../../import/docx.ts';
import { Tally } from '../../import/dropped.ts';
import { readHtml } from '../../import/markup.ts';
import { readFile } from '../../import/read-file.ts';
import { toDoc } from '../../import/to-doc.ts';
import { tidyWord } from '../../import/word-html.ts';

const schema = getSchema(textExtensions());

/** A file that somebody chose, without an editor open. */
export const readWord = (file: File): Promise<Result<ReadText>> => readFile(file, schema);

/** What Word put on the clipboard, in words: one line for each paragraph, without what is marked as deleted. */
export function wordsOfPaste(html: string): string {
	const tally = new Tally();
	return docToPlain(toDoc(cleanHtml(tidyWord(readHtml(html), tally), tally), schema));
}
