/** What whoever feeds a stream of events has at hand. */
interface Feed {
	write(lines: string): void;
	/** Ends the stream; the browser comes back by itself. */
	end(): void;
}

/** What a browser and the proxies before it have to know about a stream. */
export const streamHeaders = {
	'content-type': 'text/event-stream',
	'cache-control': 'no-store',
	'x-accel-buffering': 'no'
};

/** How often a silent stream shows that it still stands, in milliseconds: proxies cut what they believe dead. */
const beatEvery = 15_000;

/** A stream of server-sent events; `feed` begins to write and returns how to stop, also for whoever has left while it began. */
export function eventStream(feed: (to: Feed) => Promise<() => void>): Response {
	let left = false;
	let leave: () => void = () => (left = true);
	const stream = new ReadableStream<Uint8Array>({
		async start(controller) {
			const encoder = new TextEncoder();
			const write = (lines: string) => void (left || controller.enqueue(encoder.encode(lines)));
			const beat = setInterval(() => write(': still here\n\n'), beatEvery);
			const end = () => {
				clearInterval(beat);
				if (!left) controller.close();
				left = true;
			};
			const unfeed = await feed({ write, end }).catch((error: unknown) => {
				clearInterval(beat);
				throw error;
			});
			const stop = () => {
				left = true;
				clearInterval(beat);
				unfeed();
			};
			// Whoever went while the first lines were being made is not to be kept among those who look on.
			if (left) stop();
			leave = stop;
		},
		cancel: () => leave()
	});
	return new Response(stream, { headers: streamHeaders });
}
