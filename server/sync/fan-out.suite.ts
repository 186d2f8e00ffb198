import { afterEach, describe, expect, test } from 'vitest';
import { later, until } from '../../tests/support/sync.ts';
import type { FanOut } from './fan-out.ts';

/** A bus of one engine, as its tests need it. */
export interface FanOutUnderTest {
	/** A new end, and how to take its connection away and give it back. */
	join(): Promise<{ end: FanOut; cut(): void; mend(): void }>;
	close(): Promise<void>;
}

/** What every engine promises. */
export function fanOutSuite(engine: string, start: () => Promise<FanOutUnderTest>): void {
	describe(`the bus between processes, ${engine}`, () => {
		let bus: FanOutUnderTest;
		const ends: FanOut[] = [];
		afterEach(async () => {
			for (const end of ends.splice(0)) await end.close();
			await bus.close();
		});

		/** Ends with what each has heard on a topic, all of them listening. */
		async function listeners(count: number, topic: string) {
			bus = await start();
			return Promise.all(
				Array.from({ length: count }, async () => {
					const joined = await bus.join();
					ends.push(joined.end);
					const heard: { said: number[]; by: string }[] = [];
					let stood = 0;
					const leave = joined.end.subscribe(topic, {
						hear: (message, by) => heard.push({ said: [...message], by }),
						listening: () => stood++
					});
					await until(() => stood > 0);
					return { ...joined, heard, leave, stood: () => stood };
				})
			);
		}

		test('what one process says, all others who listen hear as it was said, and know who said it', async () => {
			const [a, b, c] = await listeners(3, 'room');
			const words = Uint8Array.from({ length: 256 }, (_, index) => index);
			a!.end.publish('room', words);
			a!.end.publish('room', new Uint8Array(0));
			await until(() => b!.heard.length === 2 && c!.heard.length === 2);
			expect(b!.heard).toEqual([
				{ said: [...words], by: a!.end.self },
				{ said: [], by: a!.end.self }
			]);
			expect(a!.heard).toEqual([]);
			expect(new Set([a!.end.self, b!.end.self, c!.end.self]).size).toBe(3);
		});

		test('what is said elsewhere disturbs nobody, and who has left hears nothing more', async () => {
			const [a, b, c] = await listeners(3, 'room');
			c!.leave();
			a!.end.publish('another room', new Uint8Array([1]));
			a!.end.publish('room', new Uint8Array([2]));
			await until(() => b!.heard.length === 1);
			await later(50);
			expect(b!.heard.map(({ said }) => said)).toEqual([[2]]);
			expect(c!.heard).toEqual([]);
		});

		test('a large message arrives whole', async () => {
			const [a, b] = await listeners(2, 'room');
			const large = new Uint8Array(1024 * 1024).fill(7);
			a!.end.publish('room', large);
			await until(() => b!.heard.length === 1);
			expect(b!.heard[0]!.said.length).toBe(large.length);
		});

		test('a process that was cut off is told when it hears again, and hears what is said from then on', async () => {
			const [a, b] = await listeners(2, 'room');
			b!.cut();
			await until(() => !b!.end.connected);
			b!.end.publish('room', new Uint8Array([1]));
			a!.end.publish('room', new Uint8Array([2]));
			await later(50);
			const before = b!.stood();
			b!.mend();
			await until(() => b!.stood() > before && b!.end.connected);
			a!.end.publish('room', new Uint8Array([3]));
			b!.end.publish('room', new Uint8Array([4]));
			await until(() => a!.heard.length > 0 && b!.heard.length > 0);
			expect([a!.heard, b!.heard].map((heard) => heard.map(({ said }) => said))).toEqual([[[4]], [[3]]]);
		});

		test('who begins to listen while the connection is away listens when it is back', async () => {
			const [a, b] = await listeners(2, 'room');
			b!.cut();
			await until(() => !b!.end.connected);
			const heard: number[] = [];
			let stands = false;
			b!.end.subscribe('later', { hear: ([first]) => heard.push(first!), listening: () => (stands = true) });
			await later(20);
			expect(stands).toBe(false);
			b!.mend();
			await until(() => stands);
			a!.end.publish('later', new Uint8Array([9]));
			await until(() => heard.length === 1);
		});
	});
}
