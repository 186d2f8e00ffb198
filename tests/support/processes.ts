import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import type { Random } from '#board/ids.ts';
import type { Limits } from '#protocol/limits.ts';
import type { Database } from '#server/db/database.ts';
import { LiveProcesses } from '#server/live/live-processes.ts';
import { LiveSessions } from '#server/live/live-sessions.ts';
import { liveTexts } from '#server/live/live-texts.ts';
import { NeighbourNews } from '#server/neighbour-news.ts';
import type { RecheckFilter } from '#server/sync/connections.ts';
import type { FanOut } from '#server/sync/fan-out.ts';
import { MemoryBus } from '#server/sync/memory-fan-out.ts';
import { Neighbours } from '#server/sync/neighbours.ts';
import { RedisFanOut } from '#server/sync/redis-fan-out.ts';
import { now, silent, startInstance, type TestInstance, type TestPerson } from './sync.ts';
import { startTcpProxy } from './tcp-proxy.ts';

/** Times short enough for tests. */
export const quick: Partial<Limits> = {
	presenceEvery: 5,
	retryFirst: 5,
	retryAtMost: 30,
	busBeatEvery: 20,
	busSilentAfter: 300,
	neighbourGoneAfter: 400,
	headsEvery: 60,
	gatherNewsFor: 5,
	recheckWithoutBus: 100
};

/** The way of one process to the bus, which a test can break. */
export interface WayToBus {
	readonly end: FanOut;
	/** Breaks the connection and refuses new ones. */
	cut(): void;
	/** Lets the connection hang. */
	freeze(): void;
	mend(): void;
	close(): Promise<void>;
}

/** Makes ways to one bus. */
export type BusEngine = () => { join(): Promise<WayToBus> };

/** The engines that can be had: in memory always, Valkey or Redis when the environment names one. */
export const engines: [string, BusEngine][] = [['in memory', memoryEngine]];
if (process.env.TEST_BUS_URL) engines.push(['Valkey or Redis', redisEngine(process.env.TEST_BUS_URL)]);

function memoryEngine(): ReturnType<BusEngine> {
	const bus = new MemoryBus();
	return {
		async join() {
			const end = bus.join();
			return { end, cut: () => end.cut(), freeze: () => end.cut(), mend: () => end.mend(), close: () => end.close() };
		}
	};
}

function redisEngine(url: string): BusEngine {
	return () => {
		const installation = randomUUID();
		return {
			async join() {
				const proxy = await startTcpProxy(Number(new URL(url).port));
				const address = `redis://127.0.0.1:${proxy.port}/${installation}`;
				const end = new RedisFanOut(address, { log: silent, limits: quick });
				const close = async () => {
					await end.close();
					await proxy.close();
				};
				return { end, cut: () => proxy.cut(), freeze: () => proxy.freeze(), mend: () => proxy.mend(), close };
			}
		};
	};
}

/** One of several processes on a database, as far as sockets and the bus are concerned. */
export interface TestProcess extends TestInstance {
	readonly way: WayToBus;
	recheckAccess(whose: RecheckFilter): Promise<void>;
	/** Ends it without a word to anybody, as a power cut would. */
	kill(): void;
}

export async function startProcess(
	database: Database,
	way: WayToBus,
	people?: Record<string, TestPerson>,
	limits: Partial<Limits> = {}
): Promise<TestProcess> {
	const own = { ...quick, ...limits };
	const neighbours = new Neighbours({ bus: way.end, log: silent, limits: own });
	const instance = await startInstance(database, { neighbours, limits: own, ...(people && { people }) });
	const log = pino({ level: 'silent' });
	const live = new LiveSessions(database, now, log);
	const processes = new LiveProcesses(database, log);
	const texts = liveTexts(database);
	const news = new NeighbourNews({ neighbours, live, processes, texts, sync: instance.sync, log });
	return {
		...instance,
		way,
		async recheckAccess(whose) {
			news.accessChanged(whose);
			await instance.sync.recheck(whose);
		},
		kill() {
			way.cut();
			instance.http.close();
			instance.http.closeAllConnections();
			for (const socket of instance.sockets) socket.destroy();
		},
		async close() {
			await instance.close();
			news.close();
			neighbours.close();
			await way.close();
		}
	};
}

/** A way to the bus on which messages get lost, come twice and overtake each other. */
export const troubledWay = (way: WayToBus, random: Random): WayToBus => ({ ...way, end: troubled(way.end, random) });

/** The same for an end of a bus. */
export function troubled(end: FanOut, random: Random): FanOut {
	const publish = (topic: string, message: Uint8Array) => setTimeout(() => end.publish(topic, message), random() * 30);
	return {
		get self() {
			return end.self;
		},
		get connected() {
			return end.connected;
		},
		publish(topic, message) {
			const copy = message.slice();
			for (let times = Math.floor(random() * 3); times > 0; times--) publish(topic, copy);
		},
		subscribe: (topic, listener) => end.subscribe(topic, listener),
		close: () => end.close()
	};
}
