let Here: typeof WebSocket | null = null;

/** Plain HTTP as a line to the server. Most pages never need it, so it is fetched when the choice falls on it; null until it is here. */
export function httpAtNeed(): typeof WebSocket | null {
	if (!Here) void fetchHttp();
	return Here;
}

/** Fetches that line. Where this fails too, nothing of the server can be reached, and it is tried again with the next attempt. */
export async function fetchHttp(): Promise<void> {
	const came = await import('./http-socket.ts').catch(() => null);
	if (came) Here = came.HttpSocket as unknown as typeof WebSocket;
}
