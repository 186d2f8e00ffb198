import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/**
 * What a town hall's proxy does with a WebSocket: refuse it, swallow it without ever answering, or let it through and perhaps
 * rewrite its address.
 */
export type Upgrades = number | 'swallowed' | ((address: string) => string);

/** A proxy in front of a server. It can be cut and mended. */
export interface TownHall {
	readonly url: string;
	/** How many POSTs of the collaboration went through. */
	readonly posts: () => number;
	/** Pulls the cable: every connection ends, and none is taken. */
	cut(): void;
	mend(): void;
	close(): Promise<void>;
}

/** Puts a proxy in front of a server. */
export async function townHall(server: string, upgrades: Upgrades): Promise<TownHall> {
	const { hostname, port } = new URL(server);
	const open = new Set<Socket>();
	let posts = 0;
	let isCut = false;

	const proxy: Server = createServer((asked, answer) => {
		if (asked.method === 'POST' && asked.url?.startsWith('/sync/')) posts++;
		const { method, url: path, headers } = asked;
		const passed = request({ hostname, port, method, path, headers, agent: false }, (response) => {
			answer.writeHead(response.statusCode!, response.headers);
			answer.flushHeaders();
			response.pipe(answer);
			response.on('error', () => answer.destroy());
		});
		passed.on('error', () => answer.destroy());
		answer.on('close', () => passed.destroy());
		asked.pipe(passed);
	});
	proxy.on('connection', (socket) => {
		if (isCut) return void socket.destroy();
		open.add(socket);
		socket.on('error', () => socket.destroy());
		socket.once('close', () => open.delete(socket));
	});
	proxy.on('upgrade', (asked, socket, head) => {
		socket.on('error', () => socket.destroy());
		if (typeof upgrades === 'number')
			socket.end(`HTTP/1.1 ${upgrades} No\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
		else if (upgrades !== 'swallowed')
			passOn(asked, upgrades(asked.url!), socket, head, { hostname, port: Number(port) });
	});
	await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));

	const cut = () => {
		isCut = true;
		for (const socket of open) socket.destroy();
	};
	return {
		url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
		posts: () => posts,
		cut,
		mend: () => (isCut = false),
		async close() {
			cut();
			await new Promise((resolve) => proxy.close(resolve));
		}
	};
}

function passOn(
	asked: IncomingMessage,
	address: string,
	socket: Duplex,
	head: Buffer,
	server: { hostname: string; port: number }
): void {
	const passed = connect(server.port, server.hostname, () => {
		const lines = [`${asked.method} ${address} HTTP/1.1`];
		for (let at = 0; at < asked.rawHeaders.length; at += 2)
			lines.push(`${asked.rawHeaders[at]}: ${asked.rawHeaders[at + 1]}`);
		passed.write(`${lines.join('\r\n')}\r\n\r\n`);
		passed.write(head);
		socket.pipe(passed).pipe(socket);
	});
	passed.on('error', () => socket.destroy());
	passed.on('close', () => socket.destroy());
	socket.on('close', () => passed.destroy());
}
