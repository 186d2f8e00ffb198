import { randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';
import { limits as ordinaryLimits, type Limits } from '#protocol/limits.ts';
import type { SyncLog } from './access.ts';
import type { FanOut, Listener } from './fan-out.ts';

const idBytes = 8;
const topicsAtOnce = 500;

/** What the bus needs from its surroundings. */
export interface RedisFanOutOptions {
	readonly log: SyncLog;
	/** Limits that differ from the ordinary ones. */
	readonly limits?: Partial<Limits>;
}

/**
 * A bus over the publish and subscribe of Valkey or Redis, with one connection. An echo to itself proves again and again that the
 * whole way there and back works; without it, as when the network hangs, the connection is cut and made anew, for as long as it takes.
 * The number in the address (`redis://host/1`) keeps installations apart that share one Valkey.
 */
export class RedisFanOut implements FanOut {
	readonly self: string;
	readonly #id = randomBytes(idBytes);
	readonly #listeners = new Map<string, Listener>();
	readonly #redis: Redis;
	readonly #prefix: string;
	readonly #limits: Limits;
	readonly #log: SyncLog;
	readonly #beat: NodeJS.Timeout;
	#connected = false;
	/** Whether the operators have been told that the bus is away. */
	#reported = false;
	/** Beats since the last sign of life. Beats and not time, so that a process that was busy itself does not take the bus for dead. */
	#silentBeats = 0;
	#lastError = '';

	constructor(url: string, { log, limits }: RedisFanOutOptions) {
		this.self = this.#id.toString('hex');
		this.#limits = { ...ordinaryLimits, ...limits };
		this.#log = log;
		const { retryFirst, retryAtMost, busSilentAfter, busBeatEvery } = this.#limits;
		const address = new URL(url);
		this.#prefix = `wirkraum:${address.pathname.slice(1) || '0'}:`;
		address.pathname = '';
		this.#redis = new Redis(address.href, {
			enableReadyCheck: false,
			enableOfflineQueue: false,
			autoResubscribe: false,
			autoResendUnfulfilledCommands: false,
			connectTimeout: busSilentAfter,
			retryStrategy: (attempt) => Math.min(retryFirst * 2 ** Math.min(attempt, 16), retryAtMost)
		});
		this.#redis.on('error', (error: Error) => (this.#lastError = error.message || String(error)));
		this.#redis.on('connect', () => (this.#silentBeats = 0));
		this.#redis.on('ready', () => void this.#stand());
		this.#redis.on('close', () => this.#fall());
		this.#redis.on('messageBuffer', (channel: Buffer, message: Buffer) => this.#take(channel, message));
		this.#beat = setInterval(() => this.#check(), busBeatEvery);
	}

	get connected(): boolean {
		return this.#connected;
	}

	publish(topic: string, message: Uint8Array): void {
		if (!this.#connected) return;
		this.#redis.publish(this.#prefix + topic, Buffer.concat([this.#id, message])).catch(ignore);
	}

	subscribe(topic: string, listener: Listener): () => void {
		this.#listeners.set(topic, listener);
		if (this.#connected) void this.#listen([topic]);
		return () => {
			if (this.#listeners.get(topic) !== listener) return;
			this.#listeners.delete(topic);
			if (this.#connected) this.#redis.unsubscribe(this.#prefix + topic).catch(ignore);
		};
	}

	async close(): Promise<void> {
		clearInterval(this.#beat);
		this.#listeners.clear();
		this.#connected = false;
		this.#redis.removeAllListeners('close');
		const gone = new Promise<void>((resolve) => this.#redis.once('end', resolve));
		if (this.#redis.status === 'end') return;
		// What was said last still goes out, unless the bus does not answer.
		if (this.#redis.status === 'ready') await Promise.race([this.#redis.ping().catch(ignore), this.#silence()]);
		this.#redis.disconnect();
		await Promise.race([gone, this.#silence()]);
	}

	/** The connection is there: listens to all topics, and tells the listeners once they are heard. */
	async #stand(): Promise<void> {
		try {
			await this.#redis.subscribe(this.#echo);
			const topics = [...this.#listeners.keys()];
			for (let start = 0; start < topics.length; start += topicsAtOnce) {
				const channels = topics.slice(start, start + topicsAtOnce).map((topic) => this.#prefix + topic);
				await this.#redis.subscribe(...channels);
			}
			this.#connected = true;
			if (this.#reported) this.#log.info({}, 'The bus between the processes is back');
			this.#reported = false;
			for (const topic of topics) this.#listeners.get(topic)?.listening();
			await this.#listen([...this.#listeners.keys()].filter((topic) => !topics.includes(topic)));
		} catch {
			// The connection broke again; the next one begins anew.
		}
	}

	async #listen(topics: readonly string[]): Promise<void> {
		for (const topic of topics) {
			const listener = this.#listeners.get(topic);
			try {
				await this.#redis.subscribe(this.#prefix + topic);
			} catch {
				return;
			}
			if (listener && this.#listeners.get(topic) === listener) listener.listening();
		}
	}

	#fall(): void {
		this.#connected = false;
		if (this.#reported) return;
		this.#reported = true;
		this.#log.warn({ reason: this.#lastError }, 'The bus between the processes is away; others hear of changes later');
	}

	#take(channel: Buffer, message: Buffer): void {
		const topic = channel.toString().slice(this.#prefix.length);
		this.#silentBeats = 0;
		if (message.length < idBytes) return;
		const sender = message.subarray(0, idBytes);
		if (sender.equals(this.#id)) return;
		this.#listeners.get(topic)?.hear(new Uint8Array(message.subarray(idBytes)), sender.toString('hex'));
	}

	/** A connection over which nothing has come for too long is taken for dead, although nobody has closed it. */
	#check(): void {
		const { status, stream } = this.#redis;
		if (status !== 'ready' && status !== 'connect') return;
		if (++this.#silentBeats * this.#limits.busBeatEvery > this.#limits.busSilentAfter) {
			this.#lastError ||= 'the bus does not answer';
			stream.destroy();
		} else if (this.#connected) this.#redis.publish(this.#echo, this.#id).catch(ignore);
	}

	get #echo(): string {
		return `${this.#prefix}echo:${this.self}`;
	}

	#silence(): Promise<void> {
		return new Promise((resolve) => setTimeout(resolve, this.#limits.busSilentAfter).unref());
	}
}

const ignore = () => undefined;
