/**
 * Forwards WebSocket upgrades of the development server to the running app, as `server/main.js` does in production.
 * Upgrades of Vite's own hot reload carry a `vite-` subprotocol and are left alone.
 * @returns {import('vite').Plugin}
 */
export function syncInDevelopment() {
	return {
		name: 'wirkraum-sync',
		configureServer(server) {
			server.httpServer?.on('upgrade', (request, socket, head) => {
				if (request.headers['sec-websocket-protocol']?.startsWith('vite-')) return;
				const app = /** @type {any} */ (globalThis)[Symbol.for('wirkraum')];
				if (app) app.upgrade(request, socket, head);
				else socket.end('HTTP/1.1 503 Service Unavailable\r\n\r\n');
			});
		}
	};
}
