/** A text of about sixty pages and what is suggested for it; the same at every run. */
import type { Doc, DocNode } from '../../src/domain/texts/doc.ts';
import { docToPlain } from '../../src/domain/texts/doc.ts';
import { heading, list, paragraph, textOfBlocks } from '../../src/text/blocks.ts';
import { idOf, isTextBlock, type Rewording } from '../../src/text/rewordings/rewording.ts';
import { seededRandom } from '../../tests/support/board-tables.ts';

const chapters = 72;
/** By these the beginning and the end are known. */
export const headings = { first: 'Kapitel 1', last: `Kapitel ${chapters}` };
const words =
	'der Kreis fördert Pflege Wege Schulen Vereine gemeinsam bezahlbar verlässlich Mobilität Klima Wohnen Arbeit Ehrenamt und für alle Gemeinden mit den Menschen vor Ort bis zum Jahr 2030 sowie jede Verwaltung digital erreichbar'.split(
		' '
	);

/** Each chapter is a heading, four paragraphs of six sentences, and a list. */
export function longText(): Doc {
	const random = seededRandom(7);
	const pick = () => words[Math.floor(random() * words.length)]!;
	const sentence = () => `${Array.from({ length: 14 }, pick).join(' ')}.`.replace(/^./, (first) => first.toUpperCase());
	const blocks = Array.from({ length: chapters }, (_, at) => [
		heading(2, `Kapitel ${at + 1}`),
		...Array.from({ length: 4 }, () => paragraph(Array.from({ length: 6 }, sentence).join(' '))),
		list('bulletList', Array.from({ length: 4 }, sentence))
	]);
	return textOfBlocks(...blocks.flat());
}

/** So many changes of a few words each, spread over the paragraphs; where they are more than the paragraphs, some are rivals. */
export function suggestionsFor(text: Doc, count: number): Rewording[] {
	const paragraphs = textBlocksIn(text).filter((node) => node.type === 'paragraph' && idOf(node) !== null);
	return Array.from({ length: count }, (_, at) => {
		const before = paragraphs[(at * 7) % paragraphs.length]!;
		const sentences = docToPlain(before).split('. ');
		const place = at % sentences.length;
		const changed = sentences.map((each, here) => (here === place ? each.replace(/ \S+ /, ` Vorschlag ${at} `) : each));
		return { before: [before], after: [{ ...before, content: [{ type: 'text', text: changed.join('. ') }] }] };
	});
}

const textBlocksIn = (node: DocNode): DocNode[] =>
	isTextBlock(node) ? [node] : (node.content ?? []).flatMap(textBlocksIn);
