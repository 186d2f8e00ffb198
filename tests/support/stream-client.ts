import { request as ask, type ClientRequest, type IncomingMessage } from 'node:http';
import { EventLines } from '#lib/sync/event-lines.ts';
import { lineEvents, lineHeaders, packFrames } from '#protocol/http-line.ts';
import { readSaved } from '#protocol/messages.ts';

/** Somebody who speaks the plain HTTP line by hand. */
export class StreamClient {
	readonly frames: Uint8Array[] = [];
	/** The close code that came as the last event. */
	code: number | null = null;
	saved = 0;
	isOpen = true;
	answersPings = false;
	/** Settles when the answer has ended, however. */
	readonly ended: Promise<void>;
	#id = '';
	#sequence = 0;

	/** Opens a stream and waits for its id. */
	static async open(url: string, document: string, person: string): Promise<StreamClient> {
		const address = `${url.replace('ws', 'http')}/sync/${document}`;
		const headers = { cookie: `wr_session=${person}`, accept: 'text/event-stream' };
		const opening = ask(address, { headers, agent: false });
		opening.end();
		const answer = await new Promise<IncomingMessage>((resolve, reject) =>
			opening.once('response', resolve).once('error', reject)
		);
		if (answer.statusCode !== 200) throw new Error(`HTTP ${answer.statusCode}`);
		const client = new StreamClient(address, person, opening, answer);
		await client.#opened;
		return client;
	}

	readonly #opened: Promise<void>;

	private constructor(
		private readonly address: string,
		private readonly person: string,
		private readonly opening: ClientRequest,
		private readonly answer: IncomingMessage
	) {
		const lines = new EventLines();
		opening.on('error', () => {});
		this.#opened = new Promise((resolve) => {
			answer.setEncoding('utf8').on('data', (text: string) => {
				for (const { name, data } of lines.take(text)) this.#hear(name, data);
				if (this.#id) resolve();
			});
		});
		this.ended = new Promise((resolve) => {
			answer.on('error', () => {});
			answer.on('close', () => {
				this.isOpen = false;
				resolve();
			});
		});
	}

	/** Sends one frame as an honest client does. */
	async post(frame: Uint8Array): Promise<Response> {
		return this.request({}, ++this.#sequence, frame);
	}

	/** Sends a POST under a number of its own, with other headers, or elsewhere. */
	request(
		headers: Record<string, string>,
		sequence: number,
		frame?: Uint8Array,
		address = this.address
	): Promise<Response> {
		return this.send(headers, sequence, packFrames(frame ? [frame] : []), address);
	}

	send(headers: Record<string, string>, sequence: number, body: Uint8Array, address = this.address): Promise<Response> {
		return fetch(address, {
			method: 'POST',
			body: body as Uint8Array<ArrayBuffer>,
			headers: {
				cookie: `wr_session=${this.person}`,
				[lineHeaders.stream]: this.#id,
				[lineHeaders.sequence]: String(sequence),
				...headers
			}
		});
	}

	/** Stops reading, as a browser on a bad line. */
	pause(): void {
		this.answer.pause();
	}

	leave(): void {
		this.opening.destroy();
	}

	#hear(name: string, data: string): void {
		if (name === lineEvents.open) this.#id = data;
		else if (name === lineEvents.close) this.code = Number(data.split(' ')[0]);
		else if (name === lineEvents.ping && this.answersPings) void this.request({}, ++this.#sequence);
		else if (name === '') {
			const frame = new Uint8Array(Buffer.from(data, 'base64'));
			this.frames.push(frame);
			this.saved = readSaved(frame) ?? this.saved;
		}
	}
}
