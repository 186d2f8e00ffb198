import { getSchema } from '@tiptap/core';
import { EditorState, type Transaction } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { expect, test } from 'vitest';
import { chosenMarks } from './chosen-marks.ts';
import { textExtensions } from './extensions.ts';

const schema = getSchema(textExtensions());
const bold = schema.marks.bold!.create();
const marksOf = (state: EditorState) => state.storedMarks?.map(({ type }) => type.name) ?? null;
const others = (change: Transaction) => change.setMeta(ySyncPluginKey, { isChangeOrigin: true });

function boldChosen() {
	const state = EditorState.create({ schema, plugins: [chosenMarks] });
	return state.apply(state.tr.addStoredMark(bold));
}

test('bold stays chosen while somebody else writes', () => {
	let state = boldChosen();
	state = state.apply(others(state.tr.insert(0, schema.node('paragraph', null, schema.text('Von anderen.')))));
	expect(marksOf(state)).toEqual(['bold']);
});

test('bold is chosen no longer once it was written with, or taken back', () => {
	const written = boldChosen();
	expect(marksOf(written.apply(written.tr.insertText('Wir', 1)))).toBeNull();
	const undecided = boldChosen();
	expect(marksOf(undecided.apply(undecided.tr.removeStoredMark(bold)))).toEqual([]);
});
