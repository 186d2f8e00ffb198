import { Extension, type Editor } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { DecorationSet } from '@tiptap/pm/view';
import { noPaint, type Paint } from './paint.ts';
import { paint } from './painted.ts';

const key = new PluginKey<DecorationSet>('suggestionMarks');

/** Shows suggestions in an open text: struck out and inserted words, and how many there are beside a paragraph. */
export const SuggestionMarks = Extension.create({
	name: 'suggestionMarks',
	addProseMirrorPlugins: () => [
		new Plugin({
			key,
			state: {
				init: (_, { doc }) => paint(doc, noPaint),
				apply(transaction, shown, _, { doc }) {
					const wanted = transaction.getMeta(key) as Paint | undefined;
					return wanted ? paint(doc, wanted) : shown.map(transaction.mapping, doc);
				}
			},
			props: { decorations: (state) => key.getState(state) }
		})
	]
});

/** Paints anew. Between two paintings what is shown moves with the words. */
export function showSuggestions(editor: Editor, wanted: Paint): void {
	editor.view.dispatch(editor.state.tr.setMeta(key, wanted).setMeta('addToHistory', false));
}
