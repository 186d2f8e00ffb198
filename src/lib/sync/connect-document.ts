import * as decoding from 'lib0/decoding';
import type { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { closeCodes } from '#protocol/close-codes.ts';
import type { DocumentName } from '#protocol/document-names.ts';
import { messageTypes } from '#protocol/messages.ts';
import { protocolVersion } from '#protocol/version.ts';
import { choosingSocket } from './choosing-socket.ts';
import { countingSocket } from './counting-socket.ts';
import { HttpSocket } from './http-socket.ts';
import { lineChoice } from './line-choice.ts';
import { speakOnlyForOneself } from './own-presence.ts';
import { SaveState } from './save-state.svelte.ts';

/** A collaborative document that is open in this browser. */
export interface DocumentConnection {
	readonly name: DocumentName;
	readonly doc: Y.Doc;
	readonly provider: WebsocketProvider;
	readonly awareness: Awareness;
	/** Whether what was changed here is saved. */
	readonly save: SaveState;
	/** Settles when the document has arrived for the first time. */
	readonly arrived: Promise<void>;
	close(): void;
}

/** How to reach the server; in a browser nothing of it is needed. */
export interface ConnectOptions {
	/** The address of `/sync`, without a slash at its end. */
	server?: string;
	/** The one line to take, instead of the one that gets through. */
	Socket?: typeof WebSocket;
	/**
	 * What this person may do with the document has, or may have, changed: the page should ask again. Said also whenever a
	 * connection stands, because a step may have changed between the page and the connection.
	 */
	onRightChanged?(): void;
}

/**
 * Opens a board's or text's document through the standard y-websocket client. Tabs of one browser meet on the server only,
 * never behind its back.
 */
export function connectDocument(name: DocumentName, options: ConnectOptions = {}): DocumentConnection {
	const save = new SaveState();
	const doc = new Y.Doc();
	const counting = (Socket: typeof WebSocket) => countingSocket(Socket, (answer) => save.sent(answer));
	const provider = new WebsocketProvider(options.server ?? syncAddress(window.location), name, doc, {
		connect: false,
		disableBc: true,
		params: { v: String(protocolVersion) },
		WebSocketPolyfill: options.Socket
			? counting(options.Socket)
			: choosingSocket(counting(WebSocket), counting(HttpSocket as unknown as typeof WebSocket), lineChoice())
	});
	speakOnlyForOneself(provider);
	provider.messageHandlers[messageTypes.saved] = (_reply, decoder) => save.confirmed(decoding.readVarUint(decoder));

	doc.on('update', (_update, origin) => {
		if (origin !== provider) save.changed();
	});
	const arrived = new Promise<void>((resolve) => {
		provider.on('sync', (synced) => {
			if (!synced) return;
			save.synced();
			resolve();
			options.onRightChanged?.();
		});
	});
	provider.on('status', ({ status }) => {
		if (status === 'connected') save.connected();
	});
	provider.on('connection-close', (event) => {
		save.disconnected();
		if (event?.code === closeCodes.rightChanged || event?.code === closeCodes.noAccess) options.onRightChanged?.();
	});
	provider.on('closed', ({ code }) => save.refused(code));
	provider.connect();

	return {
		name,
		doc,
		provider,
		awareness: provider.awareness,
		save,
		arrived,
		close() {
			provider.destroy();
			doc.destroy();
			save.close();
		}
	};
}

/** Where `/sync` lies for a page of this address. */
export function syncAddress({ protocol, host }: { protocol: string; host: string }): string {
	return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/sync`;
}
