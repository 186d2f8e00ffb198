import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { address, believe, misdirected } from './front.js';

/**
 * What the built program publishes for its server.
 * @typedef {object} PublishedApp
 * @property {(request: import('node:http').IncomingMessage, socket: import('node:stream').Duplex, head: Buffer) => void} upgrade
 * @property {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => boolean} http Answers what belongs to the collaboration; says of the rest that it does not.
 * @property {() => Promise<void>} close Ends streams and sockets, waits for what is being written, closes the database.
 * @property {(address: string) => string[] | Promise<string[]>} [hints] Lines to print below the address.
 *
 * @typedef {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse, next: () => void) => void} Handler
 *
 * @typedef {object} Program
 * @property {Handler} handler
 * @property {PublishedApp} app
 *
 * @typedef {object} Serving
 * @property {string} address
 * @property {() => Promise<void>} stop Accepts nothing new, lets requests finish for two seconds, closes the program.
 */

const plain = { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' };

/**
 * Takes the port first, so that a taken one is known before a database is opened; then loads the program. Whoever asks
 * in between is told to come back.
 * @param {import('./front.js').Front} front
 * @param {(port: number) => Promise<Program>} load
 * @returns {Promise<Serving>}
 */
export async function serve(front, load) {
	/** @type {Program | undefined} */
	let program;
	let ending = false;
	/** @type {Set<import('node:http').ServerResponse>} */
	const answering = new Set();

	const server = createServer({ connectionsCheckingInterval: 5_000 }, (request, response) => {
		believe(request, front);
		const refusal = misdirected(request.headers.host, front);
		if (refusal) return void response.writeHead(421, plain).end(refusal);
		if (!program || ending) {
			const wait = { ...plain, 'retry-after': '1', connection: 'close' };
			return void response.writeHead(503, wait).end(ending ? 'Wirkraum is stopping.' : 'Wirkraum is starting.');
		}
		answering.add(response);
		response.once('close', () => answering.delete(response));
		response.setHeader('x-content-type-options', 'nosniff');
		if (program.app.http(request, response)) return;
		program.handler(request, response, () => response.writeHead(404, plain).end('Not found'));
	});
	server.headersTimeout = 15_000;
	server.requestTimeout = 60_000;
	server.keepAliveTimeout = 65_000;
	server.on('upgrade', (request, socket, head) => {
		socket.on('error', () => socket.destroy());
		believe(request, front);
		if (misdirected(request.headers.host, front)) return void socket.end('HTTP/1.1 421 Misdirected Request\r\n\r\n');
		if (!program || ending) return void socket.end('HTTP/1.1 503 Service Unavailable\r\nretry-after: 1\r\n\r\n');
		program.app.upgrade(request, socket, head);
	});

	const port = await listen(server, front);
	try {
		program = await load(port);
	} catch (error) {
		server.closeAllConnections();
		server.close();
		throw error;
	}
	const { app } = program;
	return {
		address: address(front, port),
		async stop() {
			ending = true;
			server.close();
			server.closeIdleConnections();
			const patience = Date.now() + 2_000;
			while (Date.now() < patience && [...answering].some((response) => !isStream(response))) await pause(25);
			await app.close();
			server.closeAllConnections();
		}
	};
}

/**
 * A stream of events never ends by itself, so nobody waits for it.
 * @param {import('node:http').ServerResponse} response
 */
function isStream(response) {
	return String(response.getHeader('content-type') ?? '').startsWith('text/event-stream');
}

/**
 * @param {import('node:http').Server} server
 * @param {import('./front.js').Front} front
 * @returns {Promise<number>} The port, also when the system chose it.
 */
function listen(server, { host, port }) {
	return new Promise((done, fail) => {
		server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => fail(new Error(whyNot(error, host, port))));
		server.listen({ host, port }, () => {
			const bound = server.address();
			done(bound && typeof bound === 'object' ? bound.port : port);
		});
	});
}

/**
 * @param {NodeJS.ErrnoException} error
 * @param {string} host
 * @param {number} port
 */
function whyNot({ code, message }, host, port) {
	if (code === 'EADDRINUSE') return `port ${port} is taken by another program. Stop that one or set PORT.`;
	if (code === 'EACCES') return `this user may not listen on port ${port}. Set PORT to a number above 1023.`;
	if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `this machine has no address ${host}. Set HOST.`;
	return `it cannot listen on ${host}:${port} (${message}).`;
}
