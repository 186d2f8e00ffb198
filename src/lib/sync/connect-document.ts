import * as decoding from 'lib0/decoding';
import type { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { onWake } from '#lib/ui/on-wake.ts';
import { closeCodes } from '#protocol/close-codes.ts';
import type { DocumentName } from '#protocol/document-names.ts';
import { epochParameter } from '#protocol/epoch.ts';
import { messageTypes } from '#protocol/messages.ts';
import { protocolVersion } from '#protocol/version.ts';
import { choosingSocket } from './choosing-socket.ts';
import { countingSocket } from './counting-socket.ts';
import { fetchHttp, httpAtNeed } from './http-at-need.ts';
import { lineChoice } from './line-choice.ts';
import { outboxOf } from './outbox.ts';
import { speakOnlyForOneself } from './own-presence.ts';
import { isReachable } from './reachable.ts';
import { SaveState } from './save-state.svelte.ts';
import { isTidying } from './tidying.ts';
import { UnsentWork } from './unsent-work.svelte.ts';

/** A collaborative document that is open in this browser. */
export interface DocumentConnection {
	readonly name: DocumentName;
	readonly doc: Y.Doc;
	readonly provider: WebsocketProvider;
	readonly awareness: Awareness;
	/** Whether what was changed here is saved. */
	readonly save: SaveState;
	/** Work of hers that cannot be transferred as things are. */
	readonly unsent: UnsentWork;
	/** Settles when the document has arrived for the first time. */
	readonly arrived: Promise<void>;
	/** Whether something would be lost if the page were closed now. */
	atRisk(): boolean;
	close(): void;
}

/** How to reach the server, and for whom; in a browser only the second is needed. */
export interface ConnectOptions {
	/** The address of `/sync`, without a slash at its end. */
	server?: string;
	/** The one line to take, instead of the one that gets through. */
	Socket?: typeof WebSocket;
	/** Who works here: her unsaved work is kept in this browser, and sent from there when she may write. */
	author?: { personId: string; mayWrite: boolean };
	/**
	 * What this person may do with the document has, or may have, changed: the page should ask again. Said also whenever a
	 * connection stands, because a step may have changed between the page and the connection.
	 */
	onRightChanged?(): void;
}

/** Work that an earlier page could not transfer, when it comes into the document again. */
const earlierWork = Symbol('earlier work');
/** A document that is left stays connected this long for the last change to be confirmed. */
const lingersFor = 2_000;
/** With these the server says that it will never take what it was sent. */
const notTaken: readonly number[] = [closeCodes.malformed, closeCodes.tooLarge, closeCodes.unknownDocument];

/**
 * Opens a board's or text's document through the standard y-websocket client. Tabs of one browser meet on the server only,
 * never behind its back.
 */
export function connectDocument(name: DocumentName, options: ConnectOptions = {}): DocumentConnection {
	const { author } = options;
	const outbox = author ? outboxOf(author.personId, name) : null;
	const unsent = new UnsentWork(outbox);
	const save = new SaveState({
		isKept: () => outbox?.holds ?? false,
		onSaved: () => {
			outbox?.saved();
			if (left) end();
		}
	});
	let left = false;
	let ended = false;

	const doc = new Y.Doc();
	const counting = (Socket: typeof WebSocket) => countingSocket(Socket, (answer) => save.sent(answer));
	const server = options.server ?? syncAddress(window.location);
	const choice = lineChoice();
	const http = () => {
		const Http = httpAtNeed();
		return Http && counting(Http);
	};
	const provider = new WebsocketProvider(server, name, doc, {
		connect: false,
		disableBc: true,
		params: { v: String(protocolVersion) },
		WebSocketPolyfill: options.Socket ? counting(options.Socket) : choosingSocket(counting(WebSocket), http, choice)
	});
	speakOnlyForOneself(provider);
	provider.messageHandlers[messageTypes.saved] = (_reply, decoder) => save.confirmed(decoding.readVarUint(decoder));
	provider.messageHandlers[messageTypes.epoch] = (_reply, decoder) => {
		provider.params[epochParameter] = String(decoding.readVarUint(decoder));
	};

	doc.on('update', (update: Uint8Array, origin: unknown) => {
		if (origin === provider || origin === earlierWork || isTidying(update, origin)) return;
		outbox?.keep(update);
		save.changed();
	});
	const arrived = new Promise<void>((resolve) => {
		provider.on('sync', (synced) => {
			if (!synced) return;
			save.synced();
			resolve();
			if (author?.mayWrite === false) void unsent.compare(doc);
			void askForRights();
		});
	});
	provider.on('status', ({ status }) => {
		if (status === 'connected') save.connected();
	});
	provider.on('connection-close', (event) => {
		save.disconnected();
		if (left) end();
		else if (event?.code === closeCodes.rightChanged || event?.code === closeCodes.noAccess) void askForRights();
	});
	provider.on('closed', ({ code }) => {
		save.refused(code);
		const reason = notTaken.includes(code) ? 'not-taken' : code === closeCodes.noAccess ? 'reading' : null;
		if (reason) void outbox?.pieces().then((pieces) => unsent.show(pieces, reason));
	});
	const stopWaking = onWake((stale) => {
		if (stale || !provider.wsconnected) comeBack();
	});
	void start();

	/** Connects at once, without waiting for a dead line to be noticed; a document that the server refused stays refused. */
	function comeBack() {
		if (left || !provider.shouldConnect) return;
		provider.disconnect();
		provider.connect();
	}

	/** Brings in what an earlier page could not transfer, then connects; the answer to the server's question carries it. */
	async function start() {
		const earlier = (await outbox?.takeOver()) ?? [];
		if (choice.line === 'http') await fetchHttp();
		if (ended) return;
		if (author?.mayWrite) {
			for (const { update } of earlier) Y.applyUpdate(doc, update, earlierWork);
			save.restored(earlier.reduce((sum, { changes }) => sum + changes, 0));
		} else unsent.show(earlier, 'reading');
		provider.connect();
	}

	/** SvelteKit gives a page up when it cannot fetch its data anew; so it is not asked to while the server does not answer. */
	async function askForRights() {
		if (options.onRightChanged && (await isReachable(server)) && !left) options.onRightChanged();
	}

	function end() {
		if (ended) return;
		ended = true;
		stopWaking();
		provider.destroy();
		doc.destroy();
		save.close();
		outbox?.close();
	}

	return {
		name,
		doc,
		provider,
		awareness: provider.awareness,
		save,
		unsent,
		arrived,
		atRisk: () => save.unsaved && !outbox?.holds,
		close() {
			left = true;
			provider.awareness.setLocalState(null);
			if (!save.unsaved || !provider.wsconnected) end();
			else setTimeout(end, lingersFor);
		}
	};
}

/** Where `/sync` lies for a page of this address. */
export function syncAddress({ protocol, host }: { protocol: string; host: string }): string {
	return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/sync`;
}
