import { Editor } from '@tiptap/core';
import type { DocNode } from '#domain/texts/doc.ts';
import { textExtensions } from '../extensions.ts';

/** What a passage is written in. */
export interface PassageSetting {
	element: HTMLElement;
	content: readonly DocNode[];
	/** The accessible name of the passage. */
	label: string;
	/** Whether the caret is in it at once, at its end. */
	focused: boolean;
	/** Called after everything that may change what the toolbar shows, with what stands there now. */
	onChange(content: readonly DocNode[]): void;
}

/** Opens an editor on a passage that one person rewrites alone; paragraphs keep their ids. */
export function openPassage({ element, content, label, focused, onChange }: PassageSetting): Editor {
	return new Editor({
		element,
		injectCSS: false,
		autofocus: focused && 'end',
		extensions: textExtensions({ alone: true }),
		content: JSON.parse(JSON.stringify({ type: 'doc', content })) as { type: 'doc' },
		editorProps: { attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label } },
		onTransaction: ({ editor }) => onChange((editor.getJSON().content ?? []) as DocNode[])
	});
}
