import { DOMParser as SchemaParser, type Schema } from '@tiptap/pm/model';
import type { Doc } from '#domain/texts/doc.ts';
import { writeHtml, type Element } from './markup.ts';

/** Cleaned HTML as a text in the schema of the editor: what the schema does not know becomes paragraphs of its words. */
export function toDoc(blocks: readonly Element[], schema: Schema): Doc {
	const page = new DOMParser().parseFromString(`<body>${blocks.map(writeHtml).join('')}</body>`, 'text/html');
	const text = SchemaParser.fromSchema(schema).parse(page.body);
	text.check();
	return text.toJSON() as Doc;
}
