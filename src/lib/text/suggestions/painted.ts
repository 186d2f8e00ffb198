import type { Node } from '@tiptap/pm/model';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { DocNode } from '#domain/texts/doc.ts';
import { wordChanges } from '#lib/ui/word-changes.ts';
import * as m from '#paraglide/messages.js';
import { idOf, isTextBlock } from '#text/rewordings/rewording.ts';
import type { Paint, Painted } from './paint.ts';

interface Block {
	pos: number;
	node: Node;
}

/** Paints suggestions over a text; the text itself holds nothing of them. */
export function paint(doc: Node, { painted, counts, ties, chosen, discussed }: Paint): DecorationSet {
	const blocks = new Map<string, Block>();
	doc.descendants((node, pos) => {
		const id = node.isTextblock ? (node.attrs.id as string | null) : null;
		if (id && !blocks.has(id)) blocks.set(id, { pos, node });
		return !node.isTextblock;
	});
	const decorations: Decoration[] = [];
	for (const [id, count] of counts) {
		const block = blocks.get(id);
		if (block) decorations.push(ofBlock(block, countOf(count, ties.get(id))));
	}
	for (const id of chosen) {
		const block = blocks.get(id);
		if (block) decorations.push(ofBlock(block, { class: 'wr-chosen' }));
	}
	const talkedOf = discussed === null ? undefined : blocks.get(discussed);
	if (talkedOf) decorations.push(ofBlock(talkedOf, { class: 'wr-discussed', 'data-discussed': m.discussion_label() }));
	for (const each of painted) decorations.push(...paintChange(blocks, each));
	return DecorationSet.create(doc, decorations);
}

/** How many suggestions there are, in the margin; a tie stands in words below the paragraph. */
const countOf = (n: number, tie: string | undefined) =>
	tie === undefined
		? { class: 'wr-suggested', 'data-suggestions': String(n) }
		: { class: 'wr-suggested wr-tied', 'data-suggestions': `${m.suggest_here_count({ n })} · ${tie}` };

const ofBlock = ({ pos, node }: Block, attributes: Record<string, string>) =>
	Decoration.node(pos, pos + node.nodeSize, attributes);

function paintChange(blocks: ReadonlyMap<string, Block>, { change, shows }: Painted): Decoration[] {
	const [here, there] = shows === 'before' ? [change.before, change.after] : [change.after, change.before];
	const [own, other] = [wordsById(here), wordsById(there)];
	const gone = shows === 'before' ? 'del' : 'ins';
	const come = shows === 'before' ? 'ins' : 'del';
	const decorations: Decoration[] = [];
	let last: Block | null = null;
	for (const [id, words] of own) {
		const block = blocks.get(id);
		if (!block) continue;
		const theirs = other.get(id);
		if (theirs === undefined) decorations.push(ofBlock(block, { class: `wr-${gone}-block` }));
		else decorations.push(...paintWords(block, words, theirs, shows));
		last = block;
	}
	for (const [id, words] of other) {
		if (own.has(id) || words === '' || !last) continue;
		const at = last.pos + last.node.nodeSize - 1;
		decorations.push(Decoration.widget(at, () => element(come, `¶ ${words}`), { side: 1, key: `${id}${words}` }));
	}
	return decorations;
}

function paintWords({ pos, node }: Block, words: string, theirs: string, shows: Painted['shows']): Decoration[] {
	const [before, after] = shows === 'before' ? [words, theirs] : [theirs, words];
	const kept = shows === 'before' ? 'removed' : 'inserted';
	const decorations: Decoration[] = [];
	let at = pos + 1;
	const end = pos + node.nodeSize - 1;
	for (const { kind, text } of wordChanges(before, after)) {
		if (kind === 'kept') at += text.length;
		else if (kind === kept) {
			const to = Math.min(at + text.length, end);
			decorations.push(
				Decoration.inline(at, to, { nodeName: kind === 'removed' ? 'del' : 'ins', class: 'wr-changed' })
			);
			at = to;
		} else {
			const tag = kind === 'removed' ? 'del' : 'ins';
			decorations.push(
				Decoration.widget(Math.min(at, end), () => element(tag, text), { side: -1, key: `${at}${tag}${text}` })
			);
		}
	}
	return decorations;
}

function element(tag: 'ins' | 'del', text: string): HTMLElement {
	const made = document.createElement(tag);
	made.className = 'wr-changed';
	made.contentEditable = 'false';
	made.textContent = text;
	return made;
}

/** The words of all paragraphs in some blocks, by id, as the editor counts them: a break is one character. */
function wordsById(nodes: readonly DocNode[]): ReadonlyMap<string, string> {
	const words = new Map<string, string>();
	const walk = (node: DocNode) => {
		if (!isTextBlock(node)) return node.content?.forEach(walk);
		const text = (node.content ?? []).map(({ type, text = '' }) => (type === 'text' ? text : '\n')).join('');
		words.set(idOf(node) ?? `nameless ${words.size}`, text);
	};
	nodes.forEach(walk);
	return words;
}
