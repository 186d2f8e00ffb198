import { lineHeaders, packFrames } from '#protocol/http-line.ts';
import { limits } from '#protocol/limits.ts';

/** A browser lets a request of this size at most finish after its page is gone. */
const outlivingBytes = 30_000;
/** How long the pauses before a POST is sent again are; after the last one the stream is given up. */
const retryAfter = [100, 300, 1000, 2000, 4000];

/** How a stream's POSTs end when they fail for good: the server does not know the stream, or cannot be reached. */
export class LineBroken extends Error {}

/**
 * Sends frames to a stream, several in one POST, one POST after the other. One whose answer got lost is sent again under the same
 * number, so nothing arrives twice or out of order.
 */
export class FramePost {
	#waiting: Uint8Array[] = [];
	#bytes = 0;
	#sequence = 0;
	#owesSign = false;
	#running: Promise<void> | null = null;
	#given = false;

	constructor(
		private readonly address: string,
		private readonly stream: string,
		private readonly ask: typeof fetch,
		/** Hears that frames cannot be sent any more. */
		private readonly broken: (error: unknown) => void
	) {}

	/** Bytes that the server has not taken in yet. */
	get bufferedAmount(): number {
		return this.#bytes;
	}

	add(frame: Uint8Array): void {
		this.#waiting.push(frame);
		this.#bytes += frame.length;
		this.#run();
	}

	/** Says that somebody is here; whatever is being sent says it as well. */
	sign(): void {
		this.#owesSign = true;
		this.#run();
	}

	/** Waits until everything that was added is sent, or cannot be. */
	async finish(): Promise<void> {
		await this.#running;
	}

	/** Nothing more is sent. */
	giveUp(): void {
		this.#given = true;
		this.#waiting = [];
	}

	#run(): void {
		if (this.#given) return;
		this.#running ??= this.#sendAll()
			.catch((error: unknown) => {
				this.giveUp();
				this.broken(error);
			})
			.finally(() => (this.#running = null));
	}

	async #sendAll(): Promise<void> {
		// What is written in one go travels in one POST.
		await Promise.resolve();
		while (this.#waiting.length > 0 || this.#owesSign) {
			const frames = this.#next();
			this.#owesSign = false;
			await this.#send(packFrames(frames));
			this.#bytes -= frames.reduce((sum, frame) => sum + frame.length, 0);
		}
	}

	/** As many frames as fit into one POST; a single one always does. */
	#next(): Uint8Array[] {
		let room = limits.postBytes;
		let count = 0;
		for (const frame of this.#waiting.slice(0, limits.framesPerPost)) {
			room -= frame.length + 5;
			if (count > 0 && room < 0) break;
			count++;
		}
		return this.#waiting.splice(0, count);
	}

	async #send(body: Uint8Array): Promise<void> {
		const headers = {
			'content-type': 'application/octet-stream',
			[lineHeaders.stream]: this.stream,
			[lineHeaders.sequence]: String(++this.#sequence)
		};
		for (const pause of [...retryAfter, null]) {
			const status = await this.#try({
				method: 'POST',
				headers,
				body: body as Uint8Array<ArrayBuffer>,
				keepalive: body.length < outlivingBytes
			});
			if (this.#given || (status >= 200 && status < 300)) return;
			if (pause === null || (status >= 400 && status < 500 && status !== 429 && status !== 408)) break;
			await new Promise((resolve) => setTimeout(resolve, pause));
		}
		throw new LineBroken('the server does not take frames on this stream any more');
	}

	/** The status of the answer; 0 when none came. */
	async #try(request: RequestInit): Promise<number> {
		try {
			return (await this.ask(this.address, request)).status;
		} catch {
			return 0;
		}
	}
}
