import { Extension, type Editor } from '@tiptap/core';
import { isChangeOrigin } from '@tiptap/extension-collaboration';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { TextPoint } from '#text/text-places.ts';
import type { CommentMark } from './text-comments.svelte.ts';

/** What the editor does with comments. */
export interface CommentHands {
	/** Somebody wants to say something about the words between two places. */
	begin(from: TextPoint, to: TextPoint): void;
	/** Somebody has pressed on words about which something was said. */
	choose(threadId: string): void;
}

interface Shown {
	marks: readonly CommentMark[];
	drawn: DecorationSet;
}
const key = new PluginKey<Shown>('commentDecorations');

/**
 * Marks the words in the editor about which something was said, without writing into the text. What others write arrives as a whole new
 * text, so there the places are looked up by their paragraphs; own typing moves them along until they are found anew.
 */
export const CommentDecorations = Extension.create<CommentHands>({
	name: 'commentDecorations',
	addOptions: () => ({ begin: () => undefined, choose: () => undefined }),
	addProseMirrorPlugins() {
		const { begin, choose } = this.options;
		return [
			new Plugin<Shown>({
				key,
				state: {
					init: () => ({ marks: [], drawn: DecorationSet.empty }),
					apply(step, shown, _before, { doc }) {
						const marks = step.getMeta(key) as readonly CommentMark[] | undefined;
						if (marks) return { marks, drawn: draw(doc, marks) };
						if (!step.docChanged) return shown;
						if (isChangeOrigin(step)) return { ...shown, drawn: draw(doc, shown.marks) };
						return { ...shown, drawn: shown.drawn.map(step.mapping, doc) };
					}
				},
				props: {
					decorations: (state) => key.getState(state)?.drawn,
					handleClick(view, at) {
						const [found] = key.getState(view.state)?.drawn.find(at, at) ?? [];
						if (found) choose((found.spec as { threadId: string }).threadId);
						return false;
					},
					handleKeyDown(view, event) {
						// Where the right Alt key writes signs such as µ, it is another key than Ctrl and Alt together.
						const pressed = event.altKey && (event.ctrlKey || event.metaKey) && event.code === 'KeyM';
						if (!pressed || event.getModifierState('AltGraph')) return false;
						beginAtSelection(view.state, begin);
						return true;
					}
				}
			})
		];
	}
});

/** Shows which words have comments now. */
export function showMarks(editor: Editor, marks: readonly CommentMark[]): void {
	const shown = key.getState(editor.state)?.marks ?? [];
	if (JSON.stringify(shown) === JSON.stringify(marks)) return;
	editor.view.dispatch(editor.state.tr.setMeta(key, marks));
}

/** Begins a comment on the chosen words; where none are chosen, on the paragraph of the caret. */
export function beginAtSelection({ doc, selection }: EditorState, begin: CommentHands['begin']): void {
	const points: [TextPoint, TextPoint][] = [];
	doc.nodesBetween(selection.from, selection.to, (node, at) => {
		const paragraphId: unknown = node.attrs.id;
		if (!node.isTextblock || typeof paragraphId !== 'string') return;
		const clip = (place: number) => Math.min(Math.max(place - at - 1, 0), node.content.size);
		const [from, to] = selection.empty ? [0, node.content.size] : [clip(selection.from), clip(selection.to)];
		if (from < to)
			points.push([
				{ paragraphId, offset: from },
				{ paragraphId, offset: to }
			]);
	});
	if (points.length > 0) begin(points[0]![0], points.at(-1)![1]);
}

function draw(doc: Node, marks: readonly CommentMark[]): DecorationSet {
	const starts = new Map<string, { at: number; size: number }>();
	doc.descendants((node, at) => {
		const id: unknown = node.attrs.id;
		if (node.isTextblock && typeof id === 'string' && !starts.has(id))
			starts.set(id, { at: at + 1, size: node.content.size });
		return !node.isTextblock;
	});
	const decorations = marks.flatMap(({ threadId, ranges, chosen }) =>
		ranges.flatMap(({ paragraphId, from, to }) => {
			const start = starts.get(paragraphId);
			if (!start || from >= Math.min(to, start.size)) return [];
			const attributes = { class: chosen ? 'wr-commented chosen' : 'wr-commented' };
			return [Decoration.inline(start.at + from, start.at + Math.min(to, start.size), attributes, { threadId })];
		})
	);
	return DecorationSet.create(doc, decorations);
}
