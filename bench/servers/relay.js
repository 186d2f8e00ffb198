/**
 * The floor: a relay that hands each frame to all others in the room and does not look into it. It stores nothing, checks nothing
 * and answers no newcomer. No collaboration server that sends a message for each change can cost less.
 */
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';
import { report } from './child.js';

/** @type {Map<string, Set<import('ws').WebSocket>>} */
const rooms = new Map();
const sockets = new WebSocketServer({ noServer: true, clientTracking: false, perMessageDeflate: false });
const http = createServer();

http.on('upgrade', (request, socket, head) => {
	sockets.handleUpgrade(request, socket, head, (member) => {
		const name = request.url ?? '';
		const room = rooms.get(name) ?? new Set();
		rooms.set(name, room.add(member));
		member.on('message', (frame) => {
			for (const other of room) if (other !== member) other.send(frame);
		});
		member.on('error', () => member.terminate());
		member.on('close', () => room.delete(member));
	});
});

http.listen(0, '127.0.0.1', () => {
	report({ port: /** @type {import('node:net').AddressInfo} */ (http.address()).port });
});
