import { findParentNode, type Editor } from '@tiptap/core';
import { TaskItem, TaskList } from '@tiptap/extension-list';

/** Tasks as they are in our texts. `label` says what the box of a task is for. */
export function taskExtensions(label: (task: string) => string) {
	return [
		TaskList,
		TaskItem.extend({
			addKeyboardShortcuts() {
				return { ...this.parent?.(), 'Mod-Enter': ({ editor }) => toggleDone(editor) };
			}
		}).configure({ nested: true, a11y: { checkboxLabel: ({ firstChild }) => label(firstChild?.textContent ?? '') } })
	];
}

/** Whether the task in which the caret is, is done; null where there is none. */
export function isDone(editor: Editor): boolean | null {
	const task = taskAround(editor);
	return task ? Boolean(task.node.attrs.checked) : null;
}

/** Ticks the task in which the caret is, or takes the tick away; false where there is none. */
export function toggleDone(editor: Editor): boolean {
	const task = taskAround(editor);
	if (!task) return false;
	const { node, pos } = task;
	return editor
		.chain()
		.focus()
		.command(({ tr }) => Boolean(tr.setNodeAttribute(pos, 'checked', !node.attrs.checked)))
		.run();
}

const taskAround = ({ state }: Editor) => findParentNode(({ type }) => type.name === 'taskItem')(state.selection);
