import type { IncomingMessage, ServerResponse } from 'node:http';
import { Malformed } from '#protocol/bounded-reading.ts';
import { closeCodes } from '#protocol/close-codes.ts';
import { lineHeaders, unpackFrames } from '#protocol/http-line.ts';
import type { Limits } from '#protocol/limits.ts';
import type { DocumentAccess, SyncLog } from './access.ts';
import { askedDocument } from './asked-document.ts';
import { StreamSocket } from './stream-socket.ts';
import type { OriginCheck, Welcome } from './upgrade.ts';

/** Answers a request under `/sync/`; says of any other that it is not its own. */
export type HttpDoor = (request: IncomingMessage, response: ServerResponse) => boolean;

/** What the door needs from its surroundings. */
export interface HttpDoorServices {
	readonly origins: OriginCheck;
	readonly access: Pick<DocumentAccess, 'identify'>;
	readonly log: SyncLog;
	readonly limits: Limits;
	readonly welcome: Welcome;
}

/** What WebSocket layers answer to a frame that is too large; ours has to say it itself. */
const frameTooLarge = 1009;

/**
 * The door beside the WebSockets, for networks that do not let them through: a GET opens a stream of events, POSTs send frames to
 * it. The same questions are asked as at an upgrade, and behind the door everything is the same.
 */
export function createHttpDoor({ origins, access, log, limits, welcome }: HttpDoorServices): HttpDoor {
	const streams = new Map<string, StreamSocket>();

	return (request, response) => {
		if (!request.url?.startsWith('/sync/')) return false;
		response.on('error', () => response.destroy());
		if (!origins(request.headers.origin, request) || isForeign(request)) answer(response, 403);
		else if (request.method === 'GET') open(request, response);
		else if (request.method === 'POST') void post(request, response);
		else answer(response, 405);
		return true;
	};

	function open(request: IncomingMessage, response: ServerResponse): void {
		const asked = askedDocument(request.url);
		if (!asked) return answer(response, 404);
		// An address bar, an image or a proxy's curiosity opens nothing.
		if (!request.headers.accept?.includes('text/event-stream')) return answer(response, 426);
		const socket = new StreamSocket(request, response);
		if ('code' in asked) return socket.close(asked.code, '');
		streams.set(socket.id, socket);
		socket.on('close', () => streams.delete(socket.id));
		welcome(socket, request, asked.name, asked.address);
	}

	async function post(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const stream = streams.get(String(request.headers[lineHeaders.stream]));
		if (!stream || stream.request.url !== request.url) return answer(response, 404);
		// Who repeats a POST while the first is still under way has to wait for that one's fate.
		if (stream.busy) return answer(response, 429);
		stream.busy = true;
		try {
			answer(response, (await isOwner(stream, request)) ? await take(stream, request) : 403);
		} catch (error) {
			log.warn({ err: error }, 'A POST to a stream could not be taken in');
			answer(response, 503);
		} finally {
			stream.busy = false;
		}
	}

	/** A stream belongs to whoever opened it; with the same cookies nobody has to be asked. */
	async function isOwner(stream: StreamSocket, request: IncomingMessage): Promise<boolean> {
		if (request.headers.cookie === stream.request.headers.cookie) return true;
		const [here, there] = await Promise.all([access.identify(request), access.identify(stream.request)]);
		return here !== null && here.personId === there?.personId;
	}

	/** Hands the frames over, once and in order. A number that was taken in before is answered and otherwise ignored. */
	async function take(stream: StreamSocket, request: IncomingMessage): Promise<number> {
		const sequence = Number(request.headers[lineHeaders.sequence]);
		stream.emit('pong');
		await stream.readable();
		const body = await read(request, limits.postBytes);
		if (!body) stream.close(frameTooLarge, 'a body has a limited size');
		if (!body) return 413;
		if (sequence <= stream.last || stream.ended) return 204;
		if (sequence !== stream.last + 1) return 409;
		stream.last = sequence;
		const frames = framesOf(body);
		if (!frames) stream.close(closeCodes.malformed, 'a body holds whole frames');
		for (const frame of frames ?? []) stream.emit('message', frame, true);
		return 204;
	}
}

/** Browsers say where a request comes from even when they leave the origin out. */
function isForeign(request: IncomingMessage): boolean {
	const site = request.headers['sec-fetch-site'];
	return site !== undefined && site !== 'same-origin' && site !== 'none';
}

/** The whole body, or null when it is larger than allowed. */
async function read(request: IncomingMessage, atMost: number): Promise<Uint8Array | null> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
		size += chunk.length;
		if (size > atMost) return null;
		chunks.push(chunk);
	}
	return new Uint8Array(Buffer.concat(chunks));
}

function framesOf(body: Uint8Array): Buffer[] | null {
	try {
		return unpackFrames(body).map((frame) => Buffer.from(frame.buffer, frame.byteOffset, frame.byteLength));
	} catch (error) {
		if (error instanceof Malformed) return null;
		throw error;
	}
}

/** An answer without a body; what was not read of the question ends its connection. */
function answer(response: ServerResponse, status: number): void {
	if (response.headersSent || response.destroyed) return;
	const unread = !response.req.complete;
	response.writeHead(status, {
		'cache-control': 'no-store',
		'content-length': 0,
		...(unread && { connection: 'close' })
	});
	response.end();
}
