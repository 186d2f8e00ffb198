import { WebSocket } from 'ws';

/** Somebody who sends frames by hand and comes back whenever the door is shut. */
export class Stranger {
	/** How often each close code ended a connection. */
	readonly closes = new Map<number, number>();
	#socket: WebSocket | null = null;

	constructor(
		private readonly url: string,
		private readonly person: string
	) {}

	/** Sends a frame and waits until the server has dealt with it, or has closed the connection over it. */
	async send(frame: Uint8Array | string): Promise<void> {
		const socket = (this.#socket ??= await this.#dial());
		const gone = new Promise<void>((resolve) => socket.once('close', () => resolve()));
		const dealtWith = new Promise<void>((resolve) => socket.once('pong', () => resolve()));
		socket.send(frame);
		socket.ping();
		await Promise.race([gone, dealtWith]);
	}

	leave(): void {
		this.#socket?.terminate();
	}

	async #dial(): Promise<WebSocket> {
		const socket = new WebSocket(this.url, { headers: { cookie: `wr_session=${this.person}` }, maxPayload: 0 });
		socket.setMaxListeners(0);
		socket.on('error', () => undefined);
		socket.on('close', (code) => {
			this.closes.set(code, (this.closes.get(code) ?? 0) + 1);
			if (this.#socket === socket) this.#socket = null;
		});
		await new Promise<void>((resolve) => {
			socket.once('message', () => resolve());
			socket.once('close', () => resolve());
		});
		return socket;
	}
}
