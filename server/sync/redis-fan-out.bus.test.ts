import { randomUUID } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { later, silent, until } from '../../tests/support/sync.ts';
import { startTcpProxy, type TcpProxy } from '../../tests/support/tcp-proxy.ts';
import { fanOutSuite } from './fan-out.suite.ts';
import { RedisFanOut } from './redis-fan-out.ts';

const server = new URL(process.env.TEST_BUS_URL!);
const quick = { busBeatEvery: 20, busSilentAfter: 300, retryFirst: 5, retryAtMost: 30 };

/** The bus of an installation of its own, reached through a stretch of network. */
const address = (proxy: TcpProxy, installation: string) => `redis://127.0.0.1:${proxy.port}/${installation}`;

for (const fault of ['cut', 'freeze'] as const) {
	fanOutSuite(`Valkey or Redis, connections that ${fault === 'cut' ? 'break' : 'hang'}`, async () => {
		const proxies: TcpProxy[] = [];
		const installation = randomUUID();
		return {
			async join() {
				const proxy = await startTcpProxy(Number(server.port));
				proxies.push(proxy);
				const end = new RedisFanOut(address(proxy, installation), { log: silent, limits: quick });
				return { end, cut: () => proxy[fault](), mend: () => proxy.mend() };
			},
			async close() {
				for (const proxy of proxies) await proxy.close();
			}
		};
	});
}

const ends: RedisFanOut[] = [];
afterEach(async () => {
	for (const end of ends.splice(0)) await end.close();
});

test('a bus that is away at the start is reported once, tried again and again, and found when it comes', async () => {
	const proxy = await startTcpProxy(Number(server.port));
	proxy.cut();
	const said: string[] = [];
	const note = (_fields: object, message: string) => said.push(message);
	const log = { info: note, warn: note, error: note };
	const end = new RedisFanOut(address(proxy, randomUUID()), { log, limits: quick });
	ends.push(end);
	let stands = false;
	end.subscribe('room', { hear: () => undefined, listening: () => (stands = true) });
	end.publish('room', new Uint8Array([1]));
	await later(200);
	expect(said).toHaveLength(1);
	proxy.mend();
	await until(() => stands);
	expect(said).toEqual([expect.stringContaining('away'), expect.stringContaining('back')]);
	await end.close();
	await proxy.close();
});

test('installations that share one Valkey by different numbers do not hear each other', async () => {
	const [one, two] = [randomUUID(), randomUUID()].map((number) => {
		server.pathname = `/${number}`;
		const end = new RedisFanOut(server.href, { log: silent, limits: quick });
		ends.push(end);
		return end;
	});
	const heard: number[] = [];
	let standing = 0;
	for (const end of [one!, two!])
		end.subscribe('all', { hear: ([first]) => heard.push(first!), listening: () => standing++ });
	await until(() => standing === 2);
	one!.publish('all', new Uint8Array([1]));
	await later(100);
	expect(heard).toEqual([]);
});
