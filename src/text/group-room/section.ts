import type { Doc, DocNode } from '#domain/texts/doc.ts';
import { docToPlain } from '#domain/texts/doc.ts';
import { idOf } from '../rewordings/rewording.ts';

/** A part of a text that a group can take: a heading with everything below it. */
export interface Section {
	headingId: string;
	words: string;
	level: number;
}

/** The headings of a text that can be found again, in reading order. */
export function sectionsOf({ content = [] }: Doc): Section[] {
	return content.flatMap((node) => {
		const [headingId, words] = [idOf(node), docToPlain(node)];
		return node.type === 'heading' && headingId !== null && words !== ''
			? [{ headingId, words, level: levelOf(node) }]
			: [];
	});
}

/** The blocks of a section, up to the next heading that is no lower; without a heading the whole text, and null where it is gone. */
export function blocksOfSection({ content = [] }: Doc, headingId: string | null): readonly DocNode[] | null {
	if (headingId === null) return content;
	const from = content.findIndex((node) => node.type === 'heading' && idOf(node) === headingId);
	const first = content[from];
	if (!first) return null;
	const behind = content.slice(from + 1);
	const next = behind.findIndex((node) => node.type === 'heading' && levelOf(node) <= levelOf(first));
	return [first, ...(next < 0 ? behind : behind.slice(0, next))];
}

const levelOf = ({ attrs }: DocNode): number => Number(attrs?.level ?? 1);
