import { get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, expect, test } from 'vitest';
import { readFront } from './front.js';
import { serve } from './serve.js';

type Program = Awaited<ReturnType<Parameters<typeof serve>[1]>>;
type Serving = Awaited<ReturnType<typeof serve>>;

const front = readFront({ PORT: '0' });
const open: Serving[] = [];
afterEach(async () => {
	await Promise.all(open.splice(0).map((serving) => serving.stop()));
});

function program(parts: Partial<Program['app']> & { handler?: Program['handler'] } = {}): Program {
	const { handler = (_request, response) => void response.end('hello'), ...app } = parts;
	const quiet: Program['app'] = {
		upgrade: (_request, socket) => socket.destroy(),
		http: () => false,
		close: async () => undefined
	};
	return { handler, app: { ...quiet, ...app } };
}

async function started(parts?: Parameters<typeof program>[0]): Promise<Serving> {
	const serving = await serve(front, async () => program(parts));
	open.push(serving);
	return serving;
}

function ask(address: string, headers: Record<string, string> = {}): Promise<{ status: number; body: string }> {
	return new Promise((done, fail) => {
		const answer = async (response: IncomingMessage) => ({ status: response.statusCode!, body: await text(response) });
		get(address, { headers, agent: false }, (response) => done(answer(response))).once('error', fail);
	});
}

test('requests reach the program once it is loaded; before that they are told to come back', async () => {
	let early: { status: number } | undefined;
	const serving = await serve(front, async (port) => {
		early = await ask(`http://127.0.0.1:${port}/`);
		return program();
	});
	open.push(serving);
	expect(early).toMatchObject({ status: 503 });
	expect(await ask(serving.address)).toEqual({ status: 200, body: 'hello' });
});

test('what belongs to the collaboration is answered by it', async () => {
	const { address } = await started({
		http(request, response) {
			if (request.url !== '/sync/x') return false;
			response.end('together');
			return true;
		}
	});
	expect(await ask(`${address}/sync/x`)).toEqual({ status: 200, body: 'together' });
	expect(await ask(`${address}/x`)).toEqual({ status: 200, body: 'hello' });
});

test('a taken port is told in one sentence before anything is loaded', async () => {
	const { address } = await started();
	const { port } = new URL(address);
	let loaded = false;
	const second = serve(readFront({ PORT: port }), async () => {
		loaded = true;
		return program();
	});
	await expect(second).rejects.toThrow(`port ${port} is taken by another program. Stop that one or set PORT.`);
	expect(loaded).toBe(false);
});

test('a foreign name for this machine is answered with 421 and a sentence', async () => {
	const { address } = await started();
	const answer = await ask(address, { host: 'attacker.example' });
	expect(answer.status).toBe(421);
	expect(answer.body).toContain('Set APP_URL');
});

test('upgrades go to the program, but not under a foreign name', async () => {
	const { address } = await started({ upgrade: (_request, socket) => void socket.end('HTTP/1.1 200 Ours\r\n\r\n') });
	const upgrade = (host: string) => {
		const socket = connect(Number(new URL(address).port), '127.0.0.1');
		socket.write(`GET /sync/x HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`);
		return text(socket);
	};
	expect(await upgrade('localhost')).toContain('200 Ours');
	expect(await upgrade('attacker.example')).toContain('421');
});

test('stopping lets a running request finish, then closes the program, and does not wait for streams', async () => {
	const order: string[] = [];
	const serving = await started({
		handler(request, response) {
			if (request.url === '/stream') {
				response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': hello\n\n');
				return;
			}
			setTimeout(() => {
				order.push('answered');
				response.end('late');
			}, 200);
		},
		close: async () => void order.push('closed')
	});
	const stream = new Promise<IncomingMessage>((done) => get(`${serving.address}/stream`, done));
	const ended = stream.then((response) => text(response).catch(() => 'cut'));
	await stream;
	const late = ask(`${serving.address}/late`);
	await new Promise((done) => setTimeout(done, 50));
	const begun = Date.now();
	await serving.stop();
	expect(Date.now() - begun).toBeLessThan(1500);
	expect(await late).toEqual({ status: 200, body: 'late' });
	expect(order).toEqual(['answered', 'closed']);
	await ended;
	await expect(ask(serving.address)).rejects.toThrow();
	open.splice(0);
});

test('a program that cannot be loaded frees the port again', async () => {
	let taken = 0;
	const failing = serve(front, async (port) => {
		taken = port;
		throw new Error('The data folder is in use.');
	});
	await expect(failing).rejects.toThrow('The data folder is in use.');
	await expect(ask(`http://127.0.0.1:${taken}/`)).rejects.toThrow('ECONNREFUSED');
});
