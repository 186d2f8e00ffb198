import { canonicalJson } from '#domain/texts/canonical-json.ts';
import type { DocMark, DocNode } from '#domain/texts/doc.ts';
import { alignRows } from '../align.ts';
import { contentOf } from '../sentences.ts';
import { wordsIn } from './leaves.ts';
import { saySame, spelled } from './spelling.ts';

/** A word, blank or sign of a paragraph, or a line break. */
type Piece = DocNode;

/**
 * The content of a paragraph with other words: what stays keeps its looks and its spelling, what is new looks like what it replaces, or like
 * what stands on both sides of it.
 */
export function spellInto(content: readonly DocNode[], words: string): readonly DocNode[] {
	if (saySame(wordsIn(content), words)) return content;
	const [old, young] = [piecesOf(content), piecesIn(words)];
	const keysOf = (pieces: readonly Piece[]) => pieces.map((piece) => spelled(wordsIn([piece])));
	const kept = alignRows(keysOf(old), keysOf(young), () => []);
	const spelt: Piece[] = [];
	let [here, there] = [0, 0];
	for (const [one, other] of [...kept, [old.length, young.length] as const]) {
		const marks = looksBetween(old, here, one);
		spelt.push(...young.slice(there, other).map((piece) => withMarks(piece, marks)));
		if (one < old.length) spelt.push(old[one]!);
		[here, there] = [one + 1, other + 1];
	}
	return contentOf([spelt]);
}

const piece = /[\p{L}\p{N}]+|\n|[^\S\n]+|[^\p{L}\p{N}\s]/gu;

function piecesOf(content: readonly DocNode[]): Piece[] {
	return content.flatMap((node): Piece[] =>
		node.type === 'text' ? (node.text?.match(piece) ?? []).map((text) => ({ ...node, text })) : [node]
	);
}

const piecesIn = (words: string): Piece[] =>
	(words.trim().match(piece) ?? []).map((text) => (text === '\n' ? { type: 'hardBreak' } : { type: 'text', text }));

/** How something looks that comes in the place of these pieces. */
function looksBetween(pieces: readonly Piece[], from: number, to: number): readonly DocMark[] {
	const gone = pieces.slice(from, to).filter((piece) => wordsIn([piece]).trim() !== '');
	const beside = [pieces[from - 1], pieces[to]].filter((piece) => piece !== undefined);
	const [first, ...others] = gone.length > 0 ? gone : beside;
	const common = (first?.marks ?? []).filter((mark) => others.every(({ marks = [] }) => marks.some(isSame(mark))));
	// Nobody writes on in a link at whose end she stands.
	return others.length === 0 && gone.length === 0 ? common.filter(({ type }) => type !== 'link') : common;
}

const isSame =
	(mark: DocMark) =>
	(other: DocMark): boolean =>
		canonicalJson({ ...mark }) === canonicalJson({ ...other });

const withMarks = (piece: Piece, marks: readonly DocMark[]): Piece =>
	piece.type === 'text' && marks.length > 0 ? { ...piece, marks } : piece;
