import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { CloseCode } from '#protocol/close-codes.ts';
import type { DocumentAddress } from '#protocol/document-names.ts';
import type { Limits } from '#protocol/limits.ts';
import { askedDocument } from './asked-document.ts';
import type { Socket } from './socket.ts';

/** Whether a page of this origin may open documents; without an `Origin` header it is undefined. */
export type OriginCheck = (origin: string | undefined, request: IncomingMessage) => boolean;

/** An accepted socket that asks for a document. */
export type Welcome = (socket: Socket, request: IncomingMessage, name: string, address: DocumentAddress) => void;

/** What the HTTP server's `upgrade` event calls. */
export type UpgradeHandler = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/**
 * The door. A foreign origin or path is refused as HTTP. Our own client is accepted even when it is then turned away, because it
 * takes a close code as final but repeats an HTTP refusal for ever.
 */
export function createUpgradeHandler(origins: OriginCheck, limits: Limits, welcome: Welcome): UpgradeHandler {
	const sockets = new WebSocketServer({
		noServer: true,
		clientTracking: false,
		perMessageDeflate: false,
		maxPayload: limits.frameBytes,
		maxFragments: 1024
	});
	return (request, socket, head) => {
		socket.on('error', () => socket.destroy());
		const asked = askedDocument(request.url);
		if (!asked) return refuseUpgrade(socket, '404 Not Found');
		if (!origins(request.headers.origin, request)) return refuseUpgrade(socket, '403 Forbidden');
		sockets.handleUpgrade(request, socket, head, (accepted) => {
			accepted.on('error', () => accepted.terminate());
			if ('code' in asked) return turnAway(accepted, asked.code, limits.closingWithin);
			welcome(accepted, request, asked.name, asked.address);
		});
	};
}

function refuseUpgrade(socket: Duplex, status: string): void {
	socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function turnAway(socket: WebSocket, code: CloseCode, closingWithin: number): void {
	socket.on('message', () => {});
	socket.close(code);
	setTimeout(() => socket.terminate(), closingWithin).unref();
}
