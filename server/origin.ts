import type { IncomingMessage } from 'node:http';

/**
 * Whether a request comes from a page of ours. Browsers say the origin of every request that could change something; a
 * program without a browser says none and carries no one's cookies by accident.
 */
export function isOwnOrigin(origin: string | null | undefined, own: string, fetchSite?: string | null): boolean {
	if (origin) return origin === own;
	return !fetchSite || fetchSite === 'same-origin' || fetchSite === 'none';
}

/** The same for a WebSocket, whose page is not known to SvelteKit: the configured address, or the host that was asked for. */
export function ownSocketOrigin(appUrl: string | undefined) {
	return (origin: string | undefined, request: IncomingMessage): boolean => {
		if (!origin) return true;
		if (appUrl) return origin === new URL(appUrl).origin;
		const { host } = request.headers;
		return host !== undefined && (origin === `http://${host}` || origin === `https://${host}`);
	};
}
