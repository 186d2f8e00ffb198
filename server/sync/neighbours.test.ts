import { afterEach, expect, test } from 'vitest';
import { later, silent, until } from '../../tests/support/sync.ts';
import { MemoryBus, type MemoryFanOut } from './memory-fan-out.ts';
import { Neighbours } from './neighbours.ts';

const limits = { busBeatEvery: 10, neighbourGoneAfter: 60 };
const open: Neighbours[] = [];
afterEach(() => {
	for (const neighbours of open.splice(0)) neighbours.close();
});

/** A process on a bus, with a diary of what it hears. */
function process(bus: MemoryBus): { end: MemoryFanOut; neighbours: Neighbours; heard: string[] } {
	const end = bus.join();
	const neighbours = new Neighbours({ bus: end, log: silent, limits });
	open.push(neighbours);
	const heard: string[] = [];
	neighbours.attend({
		told: (kind, body) => kind === 'news' && heard.push(String(body)),
		tellAgain: () => {
			heard.push('tell again');
			neighbours.tell('news', `still from ${end.self}`);
		},
		gone: (who) => heard.push(`gone: ${who}`),
		missed: () => heard.push('missed something')
	});
	return { end, neighbours, heard };
}

test('who comes is told what still holds, and whoever says goodbye is gone at once', async () => {
	const bus = new MemoryBus();
	const [a, b] = [process(bus), process(bus)];
	await until(() => a.heard.includes(`still from ${b.end.self}`) && b.heard.includes(`still from ${a.end.self}`));
	b.neighbours.close();
	await until(() => a.heard.includes(`gone: ${b.end.self}`), 50);
});

test('a process that falls silent is gone after a while, and comes back with what holds there', async () => {
	const bus = new MemoryBus();
	const [a, b] = [process(bus), process(bus)];
	await until(() => a.heard.includes(`still from ${b.end.self}`));
	b.end.cut();
	await until(() => a.heard.includes(`gone: ${b.end.self}`));
	a.heard.length = b.heard.length = 0;
	b.end.mend();
	await until(() => a.heard.includes(`still from ${b.end.self}`) && b.heard.includes(`still from ${a.end.self}`));
	expect(b.heard).toContain('missed something');
});

test('what nobody understands is passed over', async () => {
	const bus = new MemoryBus();
	const a = process(bus);
	const stranger = bus.join();
	stranger.publish('all', new Uint8Array([123, 255, 0]));
	stranger.publish('all', new TextEncoder().encode('7'));
	stranger.publish('all', new TextEncoder().encode('["unheard of",{"x":1}]'));
	stranger.publish('all', new TextEncoder().encode('["news","good"]'));
	await until(() => a.heard.includes('good'));
	await later(5);
	expect(a.heard.filter((line) => line === 'good')).toHaveLength(1);
});
