const pause = 1_000;

/** Sends a request that gets no answer at all again, under the same key, as the queue of cards on a phone does. */
export async function insist<T>(request: () => Promise<T>): Promise<T> {
	for (let tries = 1; tries < 10; tries++)
		try {
			return await request();
		} catch {
			await new Promise((go) => setTimeout(go, pause));
		}
	return request();
}
