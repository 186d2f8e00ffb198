import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { countsAsChange, readClientMessage, readSaved, syncTypes } from '#protocol/messages.ts';

// Every y-websocket client listens for the end of the process.
process.setMaxListeners(0);

/**
 * One machine's copy of one document, behind the unmodified y-websocket client. It keeps a record of what the server owes
 * it: the words of others it has been shown, and the own ones that were called saved.
 */
export class Replica {
	readonly doc = new Y.Doc();
	readonly provider: WebsocketProvider;
	/** Everything that must be in the log from now on. */
	readonly owed: Uint8Array[] = [];
	/** How many of them were shown, and how many own ones called saved. */
	shown = 0;
	confirmed = 0;
	/** The code with which an honest client was sent away for good. */
	refused: { code: number; reason: string } | null = null;
	/** The changes sent over the present connection, in their order, and how many of them the server has called saved. */
	#sent: Uint8Array[] = [];
	#saved = 0;
	#answered = false;

	/** `where` tells the address to dial, anew for each connection. */
	constructor(
		readonly name: string,
		readonly person: string,
		client: number,
		where: () => string
	) {
		this.doc.clientID = client;
		const dialled = () => this.#connectionBegins();
		const receiving = (frame: Uint8Array) => this.#frameComes(frame);
		const sending = (frame: Uint8Array) => this.#frameGoes(frame);
		class Socket extends WebSocket {
			constructor(path: string) {
				super(path.replace('ws://station', where()), { headers: { cookie: `wr_session=${person}` } });
				dialled();
				this.on('message', (frame: ArrayBuffer) => receiving(new Uint8Array(frame)));
			}
			override send(frame: Parameters<WebSocket['send']>[0]): void {
				sending(frame as Uint8Array);
				super.send(frame);
			}
		}
		this.provider = new WebsocketProvider('ws://station/sync', name, this.doc, {
			WebSocketPolyfill: Socket as unknown as typeof globalThis.WebSocket,
			disableBc: true,
			maxBackoffTime: 3
		});
		this.provider.on('closed', (close) => (this.refused = close));
		this.provider.messageHandlers[103] = () => undefined;
		this.provider.messageHandlers[102] = (_encoder, decoder) => {
			this.#confirmed(readSaved(decoder.arr) ?? 0);
			decoder.pos = decoder.arr.length;
		};
	}

	/** Whether everything has arrived here. */
	get synced(): boolean {
		return this.provider.synced;
	}

	/** Whether the server has called everything saved that was done here. */
	get saved(): boolean {
		return this.provider.wsconnected && this.#answered && this.#sent.length === this.#saved;
	}

	/** The line breaks; the client comes back by itself. */
	cut(): void {
		(this.provider.ws as unknown as WebSocket | null)?.terminate();
	}

	/** The machine is switched off and does not come back. */
	end(): void {
		this.provider.destroy();
		this.provider.awareness.destroy();
	}

	#connectionBegins(): void {
		this.#sent = [];
		this.#saved = 0;
		this.#answered = false;
	}

	/** Every part of the document that is sent to anybody counts as shown. */
	#frameComes(frame: Uint8Array): void {
		if (!countsAsChange(frame)) return;
		this.owed.push(changeIn(frame));
		this.shown++;
	}

	#frameGoes(frame: Uint8Array): void {
		if (!countsAsChange(frame)) return;
		this.#sent.push(changeIn(frame));
		this.#answered ||= frame[1] === syncTypes.step2;
	}

	#confirmed(count: number): void {
		const news = this.#sent.slice(this.#saved, count);
		this.#saved = count;
		this.owed.push(...news);
		this.confirmed += news.length;
	}
}

function changeIn(frame: Uint8Array): Uint8Array {
	const message = readClientMessage(frame);
	if (message.type !== 'change') throw new Error('This frame holds no change');
	return message.update;
}
