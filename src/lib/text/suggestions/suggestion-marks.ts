import { Extension, type Editor } from '@tiptap/core';
import { isChangeOrigin } from '@tiptap/extension-collaboration';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { DecorationSet } from '@tiptap/pm/view';
import { noPaint, type Paint } from './paint.ts';
import { paint } from './painted.ts';

interface Shown {
	wanted: Paint;
	/** What is painted, in one string. */
	what: string;
	drawn: DecorationSet;
}
const key = new PluginKey<Shown>('suggestionMarks');

/** Shows suggestions in an open text: struck out and inserted words, and how many there are beside a paragraph. */
export const SuggestionMarks = Extension.create({
	name: 'suggestionMarks',
	addProseMirrorPlugins: () => [suggestionMarks]
});

/** What others write comes as a whole text in place of the old one, where nothing that was shown finds its place again: it is painted anew. */
export const suggestionMarks = new Plugin<Shown>({
	key,
	state: {
		init: (_, { doc }) => shown(doc, noPaint),
		apply(transaction, before, _, { doc }) {
			const wanted = transaction.getMeta(key) as Paint | undefined;
			if (wanted) return shown(doc, wanted);
			if (!transaction.docChanged) return before;
			if (isChangeOrigin(transaction)) return shown(doc, before.wanted);
			return { ...before, drawn: before.drawn.map(transaction.mapping, doc) };
		}
	},
	props: { decorations: (state) => key.getState(state)?.drawn }
});

const shown = (doc: Node, wanted: Paint): Shown => ({ wanted, what: inOneString(wanted), drawn: paint(doc, wanted) });

/** Paints anew where there is something else to paint. Between two paintings what is shown moves with the words. */
export function showSuggestions(editor: Editor, wanted: Paint): void {
	if (key.getState(editor.state)?.what === inOneString(wanted)) return;
	editor.view.dispatch(editor.state.tr.setMeta(key, wanted).setMeta('addToHistory', false));
}

const inOneString = ({ painted, counts, ties, chosen, discussed }: Paint): string =>
	JSON.stringify([painted, [...counts], [...ties], [...chosen], discussed]);
