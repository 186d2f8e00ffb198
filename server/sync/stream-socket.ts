import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { lineEvents } from '#protocol/http-line.ts';
import type { Socket } from './socket.ts';

const headers = {
	'content-type': 'text/event-stream; charset=utf-8',
	'cache-control': 'no-store, no-transform',
	// nginx and those who follow it would otherwise keep events until a buffer is full.
	'x-accel-buffering': 'no',
	'x-content-type-options': 'nosniff'
};

/**
 * A line to a browser where WebSockets do not get through: frames go out as events of one long answer and come in by POSTs that
 * name the stream. Whoever holds it need not know the difference.
 */
export class StreamSocket extends EventEmitter<{ message: [Buffer, boolean]; pong: []; close: [] }> implements Socket {
	/** Known to this client alone; a POST has to name it. */
	readonly id = randomBytes(16).toString('base64url');
	/** Whether a POST is being taken in; they come one after the other. */
	busy = false;
	/** The number of the last POST that was taken in. */
	last = 0;
	#paused = false;
	#ended = false;
	#gone = false;
	#waiting: (() => void)[] = [];

	constructor(
		readonly request: IncomingMessage,
		private readonly response: ServerResponse
	) {
		super();
		response.writeHead(200, headers);
		this.#write(lineEvents.open, this.id);
		response.on('error', () => response.destroy());
		response.on('close', () => {
			this.#ended = this.#gone = true;
			this.#release();
			this.emit('close');
		});
	}

	/** Whether nothing is taken in any more. */
	get ended(): boolean {
		return this.#ended;
	}

	/** In bytes of frames: base64 needs four for three. */
	get bufferedAmount(): number {
		return Math.floor((this.response.writableLength * 3) / 4);
	}

	send(frame: Uint8Array): void {
		if (!this.#ended) this.response.write(`data: ${base64(frame)}\n\n`);
	}

	ping(): void {
		if (!this.#ended) this.#write(lineEvents.ping, '');
	}

	pause(): void {
		this.#paused = true;
	}

	resume(): void {
		this.#paused = false;
		this.#release();
	}

	/** Settles when a POST may be taken in; until then its sender waits, as it would at a WebSocket that is not read. */
	async readable(): Promise<void> {
		while (this.#paused && !this.#gone) await new Promise<void>((resolve) => this.#waiting.push(resolve));
	}

	close(code: number, reason: string): void {
		if (this.#ended) return;
		this.#ended = true;
		this.response.end(`event: ${lineEvents.close}\ndata: ${code} ${reason}\n\n`);
	}

	terminate(): void {
		this.response.destroy();
	}

	#write(event: string, data: string): void {
		this.response.write(`event: ${event}\ndata: ${data}\n\n`);
	}

	#release(): void {
		for (const resolve of this.#waiting.splice(0)) resolve();
	}
}

function base64(frame: Uint8Array): string {
	return Buffer.from(frame.buffer, frame.byteOffset, frame.byteLength).toString('base64');
}
