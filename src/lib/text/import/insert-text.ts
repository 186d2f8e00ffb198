import type { Editor } from '@tiptap/core';
import { Node, Slice } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import { yUndoPluginKey } from '@tiptap/y-tiptap';
import type { Doc } from '#domain/texts/doc.ts';

/** Where a text that was brought in goes: behind what is chosen, or behind everything. */
export type Where = 'caret' | 'end';

/** Brings a text into the editor as one step that one undo takes back. Nothing that stands there is replaced. */
export function insertText(editor: Editor, text: Doc, where: Where): void {
	const { content } = Node.fromJSON(editor.schema, text);
	const { tr } = editor.state;
	const undo = yUndoPluginKey.getState(editor.state)?.undoManager;
	undo?.stopCapturing();
	const { to } = tr.selection;
	const [from, end] = where === 'end' ? endOf(tr.doc) : [to, to];
	if (where === 'end') tr.replaceWith(from, end, content);
	else tr.replaceRange(to, to, new Slice(content, 0, 0));
	tr.setSelection(TextSelection.near(tr.doc.resolve(tr.mapping.map(end)), -1));
	editor.view.dispatch(tr.scrollIntoView());
	undo?.stopCapturing();
}

/** Behind the last block; one at the end that is empty is filled. */
function endOf({ lastChild, content: { size } }: Node): [from: number, to: number] {
	const empty = lastChild?.isTextblock && lastChild.content.size === 0;
	return [empty ? size - lastChild.nodeSize : size, size];
}
