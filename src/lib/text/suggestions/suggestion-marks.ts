import { Extension, type Editor } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { DecorationSet } from '@tiptap/pm/view';
import { noPaint, type Paint } from './paint.ts';
import { paint } from './painted.ts';

interface Shown {
	/** What is painted, in one string. */
	what: string;
	drawn: DecorationSet;
}
const key = new PluginKey<Shown>('suggestionMarks');

/** Shows suggestions in an open text: struck out and inserted words, and how many there are beside a paragraph. */
export const SuggestionMarks = Extension.create({
	name: 'suggestionMarks',
	addProseMirrorPlugins: () => [
		new Plugin<Shown>({
			key,
			state: {
				init: (_, { doc }) => ({ what: inOneString(noPaint), drawn: paint(doc, noPaint) }),
				apply(transaction, shown, _, { doc }) {
					const wanted = transaction.getMeta(key) as Paint | undefined;
					if (wanted) return { what: inOneString(wanted), drawn: paint(doc, wanted) };
					return transaction.docChanged ? { ...shown, drawn: shown.drawn.map(transaction.mapping, doc) } : shown;
				}
			},
			props: { decorations: (state) => key.getState(state)?.drawn }
		})
	]
});

/** Paints anew where there is something else to paint. Between two paintings what is shown moves with the words. */
export function showSuggestions(editor: Editor, wanted: Paint): void {
	if (key.getState(editor.state)?.what === inOneString(wanted)) return;
	editor.view.dispatch(editor.state.tr.setMeta(key, wanted).setMeta('addToHistory', false));
}

const inOneString = ({ painted, counts, chosen }: Paint): string => JSON.stringify([painted, [...counts], [...chosen]]);
