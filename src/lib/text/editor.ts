import { Editor } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret';
import { Placeholder } from '@tiptap/extension-placeholder';
import type { WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';
import type { PresenceIdentity } from '#protocol/presence.ts';
import { bodyRoot } from '#text/schema.ts';
import { ChosenMarks } from './chosen-marks.ts';
import { textExtensions } from './extensions.ts';

/** What an editor is opened on. */
export interface EditorSetting {
	element: HTMLElement;
	doc: Y.Doc;
	provider: WebsocketProvider;
	/** The accessible name of the text. */
	label: string;
	placeholder: string;
	/** Called after everything that may change what the toolbar shows. */
	onChange(): void;
}

/**
 * Opens the editor on a document that has arrived. It tells the others only where the caret is; who somebody is comes from
 * the server.
 */
export function openEditor({ element, doc, provider, label, placeholder, onChange }: EditorSetting): Editor {
	return new Editor({
		element,
		injectCSS: false,
		extensions: [
			...textExtensions(),
			ChosenMarks,
			Placeholder.configure({ placeholder }),
			Collaboration.configure({ document: doc, field: bodyRoot }),
			CollaborationCaret.configure({ provider, user: {}, render: caretOf, selectionRender: selectionOf })
		],
		editorProps: { attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label } },
		onTransaction: onChange
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
