/** Tiptap on Yjs as its guides have it, and nothing else; `?server=` is where the text comes from. */
import { Editor } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { StarterKit } from '@tiptap/starter-kit';
import { WebsocketProvider } from 'y-websocket';
import { Doc } from 'yjs';

const document_ = new Doc();
const server = new URLSearchParams(location.search).get('server') ?? '';
new WebsocketProvider(server, 'text', document_, { disableBc: true });
new Editor({
	element: document.getElementById('paper'),
	extensions: [
		StarterKit.configure({ undoRedo: false }),
		Collaboration.configure({ document: document_, field: 'body' })
	]
});
