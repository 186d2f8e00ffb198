import { docToPlain, type Doc, type DocNode } from '#domain/texts/doc.ts';
import { listItems } from '../schema.ts';

/** A passage of a text that is presented again: what is continued, changed or given up as one. */
export interface ResubmittedPassage {
	/** The headings above it that belong to several passages, the highest first. */
	readonly under: readonly DocNode[];
	/** Its words: whole blocks, or a list of one item that keeps its number. */
	readonly blocks: readonly DocNode[];
	/** The list of which it is an item; its items come together again in the new text. */
	readonly list: DocNode | null;
}

/** A heading with what stands below it up to the next one; what stands before all headings has none. */
interface Section {
	heading: DocNode | null;
	body: DocNode[];
}

const levelOf = ({ attrs }: DocNode): number => Number(attrs?.level ?? 1);
const saysSomething = (node: DocNode): boolean => docToPlain(node).trim() !== '';

/**
 * The passages of a text, in order; together they hold all its words. A heading and the text below it are one passage. Under a heading with
 * nothing but lists each item is one, and where no heading parts the text, each paragraph, item and table. The title, and headings
 * that only gather others, are no passages but stand above theirs.
 */
export function passagesToDecide(doc: Doc): ResubmittedPassage[] {
	const sections = sectionsOf(doc);
	const [first] = sections;
	const highest = sections.filter(({ heading }) => heading && levelOf(heading) === 1);
	const title = highest.length === 1 && highest[0] === first ? first : null;
	const passages: ResubmittedPassage[] = [];
	let above: DocNode[] = [];
	for (const [at, section] of sections.entries()) {
		const { heading, body } = section;
		if (heading) above = above.filter((one) => levelOf(one) < levelOf(heading));
		const next = sections[at + 1]?.heading;
		const gathers = heading && body.length === 0 && next && levelOf(next) > levelOf(heading);
		const lists = body.length > 0 && body.every(({ type }) => listItems.has(type));
		if (heading && section !== title && !gathers && !lists) {
			passages.push({ under: above, blocks: [heading, ...body], list: null });
			continue;
		}
		if (heading) above = [...above, heading];
		for (const node of body) passages.push(...oneByOne(node).map((passage) => ({ ...passage, under: above })));
	}
	return passages;
}

function sectionsOf(doc: Doc): Section[] {
	const sections: Section[] = [];
	for (const node of (doc.content ?? []).filter(saysSomething)) {
		if (node.type === 'heading') sections.push({ heading: node, body: [] });
		else if (sections.length > 0) sections.at(-1)!.body.push(node);
		else sections.push({ heading: null, body: [node] });
	}
	return sections;
}

function oneByOne(node: DocNode): Omit<ResubmittedPassage, 'under'>[] {
	if (!listItems.has(node.type)) return [{ blocks: [node], list: null }];
	const start = Number(node.attrs?.start ?? 1);
	return (node.content ?? [])
		.map((item, at) => ({
			blocks: [
				{
					...node,
					...(node.type === 'orderedList' && { attrs: { ...node.attrs, start: start + at } }),
					content: [item]
				}
			],
			list: node
		}))
		.filter(({ blocks: [list] }) => saysSomething(list!));
}

/** How a passage begins, in one line. */
export function beginningOfPassage({ blocks }: Pick<ResubmittedPassage, 'blocks'>): string {
	const [line = ''] = blocks.map(docToPlain).join('\n').trim().split('\n');
	return line.length > 120 ? `${line.slice(0, 119).trimEnd()}…` : line;
}
