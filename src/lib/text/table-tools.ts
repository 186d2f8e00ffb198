import ArrowDownToLine from '@lucide/svelte/icons/arrow-down-to-line';
import ArrowLeftToLine from '@lucide/svelte/icons/arrow-left-to-line';
import ArrowRightToLine from '@lucide/svelte/icons/arrow-right-to-line';
import ArrowUpToLine from '@lucide/svelte/icons/arrow-up-to-line';
import Grid2x2X from '@lucide/svelte/icons/grid-2x2-x';
import PanelTop from '@lucide/svelte/icons/panel-top';
import X from '@lucide/svelte/icons/x';
import type { Editor } from '@tiptap/core';
import { findTable } from '@tiptap/pm/tables';
import * as m from '#paraglide/messages.js';
import { onTable } from './tables.ts';
import type { Tool } from './tools.ts';

/** Whether the caret is in a table. */
export const isInTable = ({ state }: Editor): boolean => Boolean(findTable(state.selection.$from));

/** What can be done with the table in which the caret is, each group with the word that stands before it. */
export function tableTools(editor: Editor): { word: () => string; tools: Tool[] }[] {
	const does = (deed: Parameters<typeof onTable>[1]) => () => onTable(editor, deed);
	return [
		{
			word: m.text_row,
			tools: [
				{ icon: ArrowUpToLine, label: m.text_row_above, run: does((chain) => chain.addRowBefore()) },
				{ icon: ArrowDownToLine, label: m.text_row_below, run: does((chain) => chain.addRowAfter()) },
				{ icon: X, label: m.text_delete_row, run: does((chain) => chain.deleteRow()) }
			]
		},
		{
			word: m.text_column,
			tools: [
				{ icon: ArrowLeftToLine, label: m.text_column_left, run: does((chain) => chain.addColumnBefore()) },
				{ icon: ArrowRightToLine, label: m.text_column_right, run: does((chain) => chain.addColumnAfter()) },
				{ icon: X, label: m.text_delete_column, run: does((chain) => chain.deleteColumn()) }
			]
		},
		{
			word: m.text_table,
			tools: [
				{
					icon: PanelTop,
					label: m.text_header_row,
					run: does((chain) => chain.toggleHeaderRow()),
					on: () => hasHeaderRow(editor)
				},
				{ icon: Grid2x2X, label: m.text_delete_table, run: does((chain) => chain.deleteTable()) }
			]
		}
	];
}

function hasHeaderRow({ state }: Editor): boolean {
	const first = findTable(state.selection.$from)?.node.firstChild;
	return first?.children.every(({ type }) => type.name === 'tableHeader') ?? false;
}
