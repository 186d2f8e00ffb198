/**
 * Forwards what belongs to the collaboration to the running app, WebSocket upgrades and plain requests, as `server/serve.js`
 * does in production.
 * Upgrades of Vite's own hot reload carry a `vite-` subprotocol and are left alone.
 * @returns {import('vite').Plugin}
 */
export function syncInDevelopment() {
	return {
		name: 'wirkraum-sync',
		configureServer(server) {
			server.middlewares.use((request, response, next) => {
				if (!running()?.http?.(request, response)) next();
			});
			server.httpServer?.on('upgrade', (request, socket, head) => {
				if (request.headers['sec-websocket-protocol']?.startsWith('vite-')) return;
				const app = running();
				if (app) app.upgrade(request, socket, head);
				else socket.end('HTTP/1.1 503 Service Unavailable\r\n\r\n');
			});
		}
	};
}

/** @returns {import('../server/serve.js').PublishedApp | undefined} */
function running() {
	return /** @type {any} */ (globalThis)[Symbol.for('wirkraum')];
}
