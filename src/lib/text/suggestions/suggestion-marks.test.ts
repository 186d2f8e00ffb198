import { getSchema } from '@tiptap/core';
import { EditorState, type Transaction } from '@tiptap/pm/state';
import { DecorationSet } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { expect, test } from 'vitest';
import { textExtensions } from '../extensions.ts';
import { noPaint } from './paint.ts';
import { suggestionMarks } from './suggestion-marks.ts';

const schema = getSchema(textExtensions());
const paragraph = (id: string, words: string) => schema.node('paragraph', { id }, schema.text(words));
const marks = (state: EditorState) => {
	const drawn = suggestionMarks.props.decorations?.call(suggestionMarks, state);
	return drawn instanceof DecorationSet ? drawn.find().map(({ from, to }) => state.doc.textBetween(from, to)) : [];
};

function chosen() {
	const doc = schema.node('doc', null, [paragraph('a', 'Wir bauen.'), paragraph('b', 'Wir pflegen.')]);
	const state = EditorState.create({ schema, doc, plugins: [suggestionMarks] });
	return state.apply(state.tr.setMeta(suggestionMarks, { ...noPaint, chosen: new Set(['b']) }));
}

test('what is marked stays marked while somebody writes here', () => {
	const state = chosen();
	expect(marks(state)).toEqual(['Wir pflegen.']);
	expect(marks(state.apply(state.tr.insertText('Ja: ', 1)))).toEqual(['Wir pflegen.']);
});

test('what is marked stays marked when others write, whose text comes as a whole', () => {
	const state = chosen();
	const all = [paragraph('a', 'Wir bauen viel.'), paragraph('b', 'Wir pflegen gut.')];
	const others = (change: Transaction) => change.setMeta(ySyncPluginKey, { isChangeOrigin: true });
	const then = state.apply(others(state.tr.replaceWith(0, state.doc.content.size, all)));
	expect(marks(then)).toEqual(['Wir pflegen gut.']);
});
