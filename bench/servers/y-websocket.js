/** The reference server of y-websocket, as its own `server.js` starts it: everything in memory. */
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';
import { setupWSConnection } from '@y/websocket-server/utils';
import { report } from './child.js';

const sockets = new WebSocketServer({ noServer: true });
const http = createServer();

http.on('upgrade', (request, socket, head) => {
	sockets.handleUpgrade(request, socket, head, (member) => setupWSConnection(member, request));
});

http.listen(0, '127.0.0.1', () => {
	report({ port: /** @type {import('node:net').AddressInfo} */ (http.address()).port });
});
