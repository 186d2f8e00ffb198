import { connect, createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A line to a database that a test can cut, or let hang as a firewall does that forgets a connection. */
export class Proxy {
	#hanging = false;
	#cut = false;
	readonly #pairs = new Set<[Socket, Socket]>();
	readonly #server: Server;

	private constructor(private readonly target: URL) {
		this.#server = createServer({ allowHalfOpen: false }, (near) => this.#join(near));
	}

	static async before(databaseUrl: string): Promise<Proxy> {
		const proxy = new Proxy(new URL(databaseUrl));
		await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
		return proxy;
	}

	/** The database's address by way of this line. */
	get url(): string {
		const url = new URL(this.target);
		url.host = `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
		return url.href;
	}

	/** From now on nothing gets through in either direction, and new connections get no answer. */
	hang(): void {
		this.#hanging = true;
		for (const [near, far] of this.#pairs) [near, far].forEach((socket) => socket.pause());
	}

	/** Old connections stay dead; new ones get through again. */
	recover(): void {
		this.#hanging = this.#cut = false;
	}

	/** All connections break, and new ones are refused. */
	cut(): void {
		this.#cut = true;
		for (const [near, far] of this.#pairs) [near, far].forEach((socket) => socket.resetAndDestroy());
	}

	async close(): Promise<void> {
		this.cut();
		await new Promise((resolve) => this.#server.close(resolve));
	}

	#join(near: Socket): void {
		near.on('error', () => undefined);
		if (this.#cut) return void near.resetAndDestroy();
		const far = connect(Number(this.target.port), this.target.hostname);
		const pair: [Socket, Socket] = [near, far];
		this.#pairs.add(pair);
		far.on('error', () => undefined);
		near.on('data', (bytes) => far.write(bytes));
		far.on('data', (bytes) => near.write(bytes));
		for (const socket of pair) {
			if (this.#hanging) socket.pause();
			socket.on('close', () => {
				this.#pairs.delete(pair);
				pair.forEach((each) => each.destroy());
			});
		}
	}
}
