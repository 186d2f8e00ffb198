import { fromBase64 } from 'lib0/buffer';
import { lineEvents } from '#protocol/http-line.ts';
import { EventLines, type StreamEvent } from './event-lines.ts';
import { FramePost } from './frame-post.ts';
import { takePlace, type LeavePlace } from './stream-places.ts';

/** A stream that has not opened within this time will not. */
export const openingWithin = 10_000;
/** The connection was lost; WebSockets use this code for it as well. */
const lost = 1006;

type Handler<E> = ((event: E) => void) | null;

/**
 * The part of a WebSocket that y-websocket uses, over plain HTTP: one long answer brings the server's frames as events, POSTs take
 * ours there. Rights, limits and close codes are the server's as with a WebSocket.
 */
export class HttpSocket {
	static readonly CONNECTING = 0;
	static readonly OPEN = 1;
	static readonly CLOSING = 2;
	static readonly CLOSED = 3;
	readonly CONNECTING = 0;
	readonly OPEN = 1;
	readonly CLOSING = 2;
	readonly CLOSED = 3;
	binaryType = 'arraybuffer';
	onopen: Handler<Event> = null;
	onmessage: Handler<{ data: ArrayBuffer }> = null;
	onerror: Handler<Event> = null;
	onclose: Handler<{ code: number; reason: string }> = null;
	#readyState = 0;
	#post: FramePost | null = null;
	readonly #address: string;
	readonly #stop = new AbortController();

	/** `ask` is the browser's `fetch`; a test adds cookies. */
	constructor(
		url: string,
		_protocols?: string | string[],
		private readonly ask: typeof fetch = (...request) => fetch(...request)
	) {
		this.#address = url.replace(/^ws/, 'http');
		void this.#read();
	}

	get readyState(): number {
		return this.#readyState;
	}

	get bufferedAmount(): number {
		return this.#post?.bufferedAmount ?? 0;
	}

	send(frame: Uint8Array): void {
		if (this.#readyState === this.CONNECTING) throw new Error('The stream is not open yet');
		if (this.#readyState === this.OPEN) this.#post?.add(frame);
	}

	/** What was sent before still goes out. */
	close(): void {
		if (this.#readyState >= this.CLOSING) return;
		this.#readyState = this.CLOSING;
		void (this.#post?.finish() ?? Promise.resolve()).then(() => this.#end(1000, ''));
	}

	async #read(): Promise<void> {
		const late = setTimeout(() => this.#end(lost, 'the stream did not open'), openingWithin);
		let leave: LeavePlace | null = null;
		try {
			leave = await takePlace();
			if (!leave) throw new Error('other tabs have taken all streams');
			const answer = await this.ask(this.#address, {
				headers: { accept: 'text/event-stream' },
				cache: 'no-store',
				signal: this.#stop.signal
			});
			if (!answer.ok || !answer.body) throw new Error(`the stream answered ${answer.status}`);
			const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
			const lines = new EventLines();
			for (let part = await reader.read(); !part.done; part = await reader.read()) {
				for (const event of lines.take(part.value)) {
					if (event.name === lineEvents.open) clearTimeout(late);
					this.#hear(event);
				}
			}
			this.#end(lost, 'the stream ended');
		} catch (error) {
			if (this.#readyState !== this.CLOSED) this.onerror?.(new Event('error'));
			this.#end(lost, String(error));
		} finally {
			clearTimeout(late);
			leave?.();
		}
	}

	#hear({ name, data }: StreamEvent): void {
		if (this.#readyState === this.CLOSED) return;
		switch (name) {
			case lineEvents.open:
				this.#post = new FramePost(this.#address, data, this.ask, (error) => this.#end(lost, String(error)));
				if (this.#readyState !== this.CONNECTING) return;
				this.#readyState = this.OPEN;
				return this.onopen?.(new Event('open'));
			case lineEvents.ping:
				return this.#post?.sign();
			case lineEvents.close: {
				const [code = '', ...reason] = data.split(' ');
				return this.#end(Number(code) || lost, reason.join(' '));
			}
			case '':
				if (this.#readyState === this.OPEN) this.onmessage?.({ data: fromBase64(data).slice().buffer as ArrayBuffer });
		}
	}

	#end(code: number, reason: string): void {
		if (this.#readyState === this.CLOSED) return;
		this.#readyState = this.CLOSED;
		this.#post?.giveUp();
		this.#stop.abort();
		this.onclose?.({ code, reason });
	}
}
