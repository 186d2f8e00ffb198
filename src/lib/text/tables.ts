import type { ChainedCommands, Editor } from '@tiptap/core';
import { isChangeOrigin } from '@tiptap/extension-collaboration';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import type { Node } from '@tiptap/pm/model';
import { Plugin, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import { CellSelection, findTable, TableMap } from '@tiptap/pm/tables';
import { table } from '#text/blocks.ts';
import { readSpans } from '#text/schema.ts';
import { layOut } from '#text/table-grid.ts';

/** Of a cell we know how far it goes, nothing else; also of one that is pasted. */
const spans = {
	addAttributes: () => ({
		colspan: { default: 1, parseHTML: (cell: HTMLElement) => spansIn(cell).colspan },
		rowspan: { default: 1, parseHTML: (cell: HTMLElement) => spansIn(cell).rowspan }
	})
};
const spansIn = (cell: HTMLElement) =>
	readSpans({ colspan: Number(cell.getAttribute('colspan')), rowspan: Number(cell.getAttribute('rowspan')) });

/**
 * Tables that many change at once. Two people who add a row and a column in the same moment leave a hole. If every editor filled
 * it as soon as it arrived, it would be filled twice, and the second filling would leave new holes. So it stays open until
 * somebody does something for which the table must be whole, and is filled like the reader fills it (`layOut`).
 */
const WholeTable = Table.extend({
	group: '',
	// What is scrolled must be reached by keyboard: the box says itself that the caret goes into it.
	renderHTML: () => ['div', { class: 'table', contenteditable: 'true' }, ['table', ['tbody', 0]]],
	addProseMirrorPlugins() {
		return (this.parent?.() ?? []).map(({ spec }) => {
			const { appendTransaction, props = {} } = spec as Required<typeof spec>;
			return new Plugin({
				...spec,
				props: {
					...props,
					handlePaste(view, ...pasted) {
						mend(view);
						return props.handlePaste?.call(this, view, ...pasted);
					}
				},
				// Told that nothing was changed, it looks after the selection only.
				appendTransaction: (steps, _, after) =>
					(steps.some((step) => needsWhole(step, after)) && mendTables(after)) ||
					appendTransaction.call(this as never, steps, after, after)
			});
		});
	},
	addKeyboardShortcuts() {
		const { Tab, ...others } = this.parent?.() ?? {};
		return {
			...others,
			Tab: (keys) => {
				if (keys.editor.commands.goToNextCell()) return true;
				mend(keys.editor.view);
				return Tab?.(keys) ?? false;
			},
			Escape: ({ editor }) => leaveTable(editor)
		};
	}
});

/** Tables as they are in our texts. */
export const tableExtensions = [
	WholeTable.configure({ View: null }),
	TableRow,
	TableHeader.extend(spans),
	TableCell.extend(spans)
];

const needsWhole = (step: Transaction, { selection }: EditorState): boolean =>
	!isChangeOrigin(step) &&
	(selection instanceof CellSelection || ['paste', 'drop'].includes(step.getMeta('uiEvent') as string));

/** Makes all tables whole as the reader sees them; null if they are. */
export function mendTables({ doc, tr }: EditorState): Transaction | null {
	doc.forEach((node, pos) => {
		if (node.type.name === 'table' && TableMap.get(node).problems) mendTable(tr, node, pos);
	});
	return tr.docChanged ? tr : null;
}

function mendTable(tr: Transaction, node: Node, pos: number): void {
	const grid = layOut(node.children.map(({ children }) => children.map(({ attrs }) => readSpans(attrs))));
	node.forEach((row, toRow, at) => {
		const start = pos + 1 + toRow;
		const { cells = [], holes = 0 } = grid?.[at] ?? {};
		row.forEach((cell, toCell, index) => {
			const { colspan = 1, rowspan = 1 } = cells[index] ?? {};
			if (cell.attrs.colspan !== colspan || cell.attrs.rowspan !== rowspan)
				tr.setNodeMarkup(tr.mapping.map(start + 1 + toCell), null, { ...cell.attrs, colspan, rowspan });
		});
		const missing = (row.firstChild?.type ?? node.type.schema.nodes.tableCell!).createAndFill()!;
		tr.insert(
			tr.mapping.map(start + row.nodeSize - 1),
			Array.from({ length: holes }, () => missing)
		);
	});
}

function mend({ state, dispatch }: Pick<Editor['view'], 'state' | 'dispatch'>): void {
	const mended = mendTables(state);
	if (mended) dispatch(mended);
}

/** Does something with the table in which the caret is. */
export function onTable(editor: Editor, deed: (chain: ChainedCommands) => ChainedCommands): void {
	mend(editor.view);
	deed(editor.chain().focus()).run();
}

/** A table of three by three with headings, behind the paragraph in which the caret is, or in its place if it is empty. */
export function insertTable(editor: Editor): void {
	const { state, schema, view } = editor;
	const { $from } = state.selection;
	const block = $from.node(1) as Node | undefined;
	const isEmpty = block?.type.name === 'paragraph' && block.content.size === 0;
	const [start, end] = [
		isEmpty ? $from.before(1) : block ? $from.after(1) : $from.pos,
		block ? $from.after(1) : $from.pos
	];
	const made = schema.nodeFromJSON(table(Array.from({ length: 3 }, () => ['', '', ''])));
	const tr = state.tr.replaceWith(start, end, made);
	withBlockAt(tr, start + made.nodeSize);
	view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(start + 1))).scrollIntoView());
	view.focus();
}

/** Puts the caret behind the table in which it is. */
function leaveTable({ state, view }: Editor): boolean {
	const around = findTable(state.selection.$from);
	if (!around) return false;
	const behind = around.pos + around.node.nodeSize;
	const tr = withBlockAt(state.tr, behind);
	view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(behind), 1)).scrollIntoView());
	return true;
}

/** Somewhere behind a table people must be able to go on writing. */
function withBlockAt(tr: Transaction, place: number): Transaction {
	const next = tr.doc.resolve(place).nodeAfter;
	return next && next.type.name !== 'table' ? tr : tr.insert(place, tr.doc.type.schema.nodes.paragraph!.create());
}
