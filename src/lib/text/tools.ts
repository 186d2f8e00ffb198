import Bold from '@lucide/svelte/icons/bold';
import Heading1 from '@lucide/svelte/icons/heading-1';
import Heading2 from '@lucide/svelte/icons/heading-2';
import Heading3 from '@lucide/svelte/icons/heading-3';
import Italic from '@lucide/svelte/icons/italic';
import List from '@lucide/svelte/icons/list';
import ListOrdered from '@lucide/svelte/icons/list-ordered';
import ListTodo from '@lucide/svelte/icons/list-todo';
import Redo from '@lucide/svelte/icons/redo-2';
import SquareCheck from '@lucide/svelte/icons/square-check';
import Table from '@lucide/svelte/icons/table';
import Undo from '@lucide/svelte/icons/undo-2';
import type { Editor } from '@tiptap/core';
import * as m from '#paraglide/messages.js';
import { insertTable } from './tables.ts';
import { isDone, toggleDone } from './tasks.ts';

/** A button of the toolbar. */
export interface Tool {
	icon: typeof Bold;
	label(): string;
	run(): void;
	/** Whether it is pressed, for those that can be. */
	on?(): boolean;
	/** Whether it can do something at this moment; always, if it does not say. */
	possible?(): boolean;
}

/** What can be done with every text. */
export function textTools(editor: Editor): Tool[] {
	const step = () => editor.chain().focus();
	const headings = ([1, 2, 3] as const).map((level): Tool => ({
		icon: [Heading1, Heading2, Heading3][level - 1]!,
		label: [m.text_heading1, m.text_heading2, m.text_heading3][level - 1]!,
		run: () => step().toggleHeading({ level }).run(),
		on: () => editor.isActive('heading', { level })
	}));
	return [
		...headings,
		{ icon: Bold, label: m.text_bold, run: () => step().toggleBold().run(), on: () => editor.isActive('bold') },
		{ icon: Italic, label: m.text_italic, run: () => step().toggleItalic().run(), on: () => editor.isActive('italic') },
		{
			icon: List,
			label: m.text_bullet_list,
			run: () => step().toggleBulletList().run(),
			on: () => editor.isActive('bulletList')
		},
		{
			icon: ListOrdered,
			label: m.text_ordered_list,
			run: () => step().toggleOrderedList().run(),
			on: () => editor.isActive('orderedList')
		},
		{
			icon: ListTodo,
			label: m.text_task_list,
			run: () => step().toggleTaskList().run(),
			on: () => editor.isActive('taskList')
		},
		{ icon: Table, label: m.text_insert_table, run: () => insertTable(editor) },
		{ icon: Undo, label: m.text_undo, run: () => step().undo().run(), possible: () => editor.can().undo() },
		{ icon: Redo, label: m.text_redo, run: () => step().redo().run(), possible: () => editor.can().redo() }
	];
}

/** What can be done with the task in which the caret is. */
export function taskTools(editor: Editor): Tool[] {
	return [
		{
			icon: SquareCheck,
			label: m.text_task_tick,
			run: () => toggleDone(editor),
			on: () => isDone(editor) === true
		}
	];
}
