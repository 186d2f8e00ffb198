import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { Problem } from '#domain/problems.ts';
import { messageTypes } from '#protocol/messages.ts';
import type { SessionState, SessionViewKind } from '#protocol/session-state.ts';

/** A stream of states and how to leave it. */
export interface Watched {
	latest(): SessionState | undefined;
	/** Resolves when the server ends the stream. */
	ended: Promise<void>;
	leave(): void;
}

/** Somebody at a running server without a browser: cookies, commands, streams and documents as a browser would use them. */
export class Visitor {
	readonly #url: string;
	#cookie = '';

	constructor(url: string) {
		this.#url = url;
	}

	/** Her cookies as a browser sends them. */
	get cookie(): string {
		return this.#cookie;
	}

	/** The same person, with the same cookies, at another process of the installation. */
	at(url: string): Visitor {
		const visitor = new Visitor(url);
		visitor.#cookie = this.#cookie;
		return visitor;
	}

	/** Signs in with an account of the demonstration. */
	async signIn(email: string): Promise<this> {
		const answer = await this.post('/login', { email, password: 'wirkraum-demo' });
		if (answer.status !== 303) throw new Error(`Sign-in answered ${answer.status}`);
		return this;
	}

	/** Comes in by the link behind the QR code. */
	async join(joinPath: string, name: string, group = 'politics'): Promise<this> {
		const answer = await this.post(joinPath, { name, group });
		if (answer.status !== 303) throw new Error(`The door answered ${answer.status}`);
		return this;
	}

	/** Sends a form as a page of ours does. */
	async post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
		const page = { accept: 'text/html', ...headers };
		return this.#fetch(path, { method: 'POST', body: new URLSearchParams(fields), headers: page });
	}

	/** Reads a page or a resource. */
	get(path: string): Promise<Response> {
		return this.#fetch(path, {});
	}

	/** Carries out a command by the REST door; the signal cuts the line to it. */
	async command<T = Record<string, unknown>>(
		name: string,
		input: unknown,
		key?: string,
		signal?: AbortSignal
	): Promise<{ value: T; problem?: undefined } | { value?: undefined; problem: Problem }> {
		const answer = await this.#fetch(`/api/v1/commands/${name}`, {
			method: 'POST',
			body: JSON.stringify(input),
			headers: { 'content-type': 'application/json', ...(key ? { 'idempotency-key': key } : {}) },
			...(signal ? { signal } : {})
		});
		return (await answer.json()) as { value: T };
	}

	/** The same where it must go well. */
	async done<T = Record<string, string>>(name: string, input: unknown): Promise<T> {
		const { value, problem } = await this.command<T>(name, input);
		if (problem) throw new Error(`${name} was refused: ${JSON.stringify(problem)}`);
		return value as T;
	}

	/** The bytes of a session's stream, as they come. */
	async listen(
		sessionId: string,
		view: SessionViewKind,
		signal: AbortSignal
	): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
		const answer = await this.#fetch(`/s/${sessionId}/events?view=${view}`, { signal });
		if (!answer.ok || !answer.body) throw new Error(`The stream answered ${answer.status}`);
		return answer.body;
	}

	/** Opens the stream of a session; resolves with the first state. */
	async watch(sessionId: string, view: SessionViewKind): Promise<Watched> {
		const end = new AbortController();
		const bytes = await this.listen(sessionId, view, end.signal);
		let latest: SessionState | undefined;
		const reader = bytes.pipeThrough(new TextDecoderStream()).getReader();
		let buffer = '';
		const read = async () => {
			for (;;) {
				const { value, done } = await reader.read();
				if (done) return;
				buffer += value;
				for (let at = buffer.indexOf('\n\n'); at >= 0; at = buffer.indexOf('\n\n')) {
					const event = buffer.slice(0, at);
					buffer = buffer.slice(at + 2);
					if (event.startsWith('data: ')) latest = JSON.parse(event.slice(6)) as SessionState;
				}
			}
		};
		const ended = read().catch(() => undefined);
		for (let waited = 0; !latest && waited < 5_000; waited += 10) await new Promise((go) => setTimeout(go, 10));
		return { latest: () => latest, ended, leave: () => end.abort() };
	}

	/** Opens a collaborative document with the stock client. */
	open(name: string): { doc: Y.Doc; provider: WebsocketProvider } {
		const doc = new Y.Doc();
		const headers = { cookie: this.#cookie, origin: this.#url };
		class Socket extends WebSocket {
			constructor(address: string | URL, protocols?: string | string[]) {
				super(address, protocols ?? [], { headers });
			}
		}
		const provider = new WebsocketProvider(`${this.#url.replace('http', 'ws')}/sync`, name, doc, {
			WebSocketPolyfill: Socket as unknown as typeof globalThis.WebSocket,
			disableBc: true
		});
		provider.messageHandlers[messageTypes.saved] = () => undefined;
		provider.messageHandlers[messageTypes.epoch] = () => undefined;
		return { doc, provider };
	}

	async #fetch(path: string, init: RequestInit): Promise<Response> {
		const headers = new Headers(init.headers);
		if (this.#cookie) headers.set('cookie', this.#cookie);
		if (init.method && !headers.has('origin')) headers.set('origin', this.#url);
		const answer = await fetch(this.#url + path, { redirect: 'manual', ...init, headers });
		for (const line of answer.headers.getSetCookie()) this.#keep(line);
		return answer;
	}

	#keep(line: string): void {
		const [pair = ''] = line.split(';');
		const [name] = pair.split('=');
		const others = this.#cookie.split('; ').filter((kept) => kept && !kept.startsWith(`${name}=`));
		this.#cookie = [...others, pair].join('; ');
	}
}
