import { Editor } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret';
import { Placeholder } from '@tiptap/extension-placeholder';
import type { WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';
import type { PresenceIdentity } from '#protocol/presence.ts';
import { boundSpans } from '#text/bound-spans.ts';
import { bodyRoot } from '#text/schema.ts';
import { CommentDecorations, type CommentHands } from './comments/comment-decorations.ts';
import { ChosenMarks } from './chosen-marks.ts';
import { textExtensions } from './extensions.ts';
import { SuggestionMarks } from './suggestions/suggestion-marks.ts';
import type { Dropped } from './import/dropped.ts';
import { pasting } from './import/paste.ts';

/** What an editor is opened on. */
export interface EditorSetting {
	element: HTMLElement;
	doc: Y.Doc;
	/** Through whom others see the caret; without one, nobody does. */
	provider?: WebsocketProvider | undefined;
	/** The accessible name of the text. */
	label: string;
	placeholder: string;
	/** What can be said about words; without it nothing is said here. */
	comments?: CommentHands;
	/** What the box of a task is called. */
	taskLabel(task: string): string;
	/** Called after everything that may change what the toolbar shows. */
	onChange(): void;
	/** Called with what of something pasted did not come along; often nothing. */
	onDropped(dropped: Dropped): void;
}

/**
 * Opens the editor on a document that has arrived. It tells the others only where the caret is; who somebody is comes from
 * the server.
 */
export function openEditor(setting: EditorSetting): Editor {
	const { element, doc, provider, label, placeholder, comments, taskLabel, onChange, onDropped } = setting;
	const unbound = boundSpans(doc);
	return new Editor({
		element,
		injectCSS: false,
		extensions: [
			...textExtensions({ taskLabel }),
			ChosenMarks,
			...(comments ? [CommentDecorations.configure(comments)] : []),
			Placeholder.configure({ placeholder }),
			Collaboration.configure({ document: doc, field: bodyRoot }),
			SuggestionMarks,
			...(provider
				? [CollaborationCaret.configure({ provider, user: {}, render: caretOf, selectionRender: selectionOf })]
				: [])
		],
		editorProps: {
			attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label },
			...pasting(onDropped)
		},
		onTransaction: onChange,
		onDestroy: unbound
	});
}

/** Colours are names of tokens; anything else would not be the server's word. */
function edgeOf({ colour }: Partial<PresenceIdentity>): string {
	return `var(--wr-edge-${/^[a-z]{1,20}$/.test(colour ?? '') ? colour : 'blue'})`;
}

function caretOf(user: Partial<PresenceIdentity>): HTMLElement {
	const caret = document.createElement('span');
	caret.className = 'wr-caret';
	caret.style.setProperty('--edge', edgeOf(user));
	// Somebody who listens to the text should not hear other people's names in the middle of words.
	caret.setAttribute('aria-hidden', 'true');
	const name = document.createElement('span');
	name.className = 'wr-caret-name';
	name.textContent = user.name ?? '';
	caret.append(name);
	return caret;
}

function selectionOf(user: Partial<PresenceIdentity>): { class: string; style: string } {
	return { class: 'wr-selection', style: `--edge: ${edgeOf(user)}` };
}
