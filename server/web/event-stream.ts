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

/** A stream of server-sent events; `feed` begins to write and returns how to stop. */
export function eventStream(feed: (to: Feed) => (() => void) | Promise<() => void>): Response {
	let stop = () => {};
	const stream = new ReadableStream<Uint8Array>({
		async start(controller) {
			const encoder = new TextEncoder();
			const write = (lines: string) => controller.enqueue(encoder.encode(lines));
			const beat = setInterval(() => write(': still here\n\n'), beatEvery);
			const end = () => {
				clearInterval(beat);
				controller.close();
			};
			const leave = await feed({ write, end });
			stop = () => {
				clearInterval(beat);
				leave();
			};
		},
		cancel: () => stop()
	});
	return new Response(stream, { headers: streamHeaders });
}
