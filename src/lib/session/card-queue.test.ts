import { beforeEach, describe, expect, test } from 'vitest';
import { CardQueue, type Delivery, type WaitingCard } from './card-queue.svelte.ts';

let kept: Map<string, string>;
let tries: WaitingCard[];
let network: 'up' | 'down' | 'refusing';
let keys: number;

const storage = () => ({
	getItem: (name: string) => kept.get(name) ?? null,
	setItem: (name: string, value: string) => void kept.set(name, value),
	removeItem: (name: string) => void kept.delete(name)
});

const send = async (card: WaitingCard): Promise<Delivery> => {
	tries.push(card);
	if (network === 'down') return { outcome: 'unreachable' };
	if (network === 'refusing') return { outcome: 'refused', problem: { code: 'session.closed' } };
	const { key: id, text } = card;
	return { outcome: 'sent', card: { id, text, elementId: id, late: false } };
};

const phone = () => new CardQueue([], { storage: storage(), name: 'cards', send, newKey: () => `k${++keys}` });
const texts = (cards: { text: string }[]) => cards.map(({ text }) => text);

beforeEach(() => {
	kept = new Map();
	tries = [];
	network = 'up';
	keys = 0;
});

describe('cards on a phone', () => {
	test('a card is sent at once and then stands among the own cards', async () => {
		const queue = phone();
		await queue.add('Mehr Bäume');
		expect(texts(queue.sent)).toEqual(['Mehr Bäume']);
		expect(queue.waiting).toEqual([]);
		expect(kept.size).toBe(0);
	});

	test('without a network cards wait, and go out in the order they were written', async () => {
		network = 'down';
		const queue = phone();
		await queue.add('eins');
		await queue.add('zwei');
		expect(texts(queue.waiting)).toEqual(['eins', 'zwei']);
		network = 'up';
		await queue.flush();
		expect(texts(queue.sent)).toEqual(['eins', 'zwei']);
	});

	test('the group that was chosen for a card waits with it, also over a reload', async () => {
		network = 'down';
		await phone().add('zur Pflege', 'c1');
		network = 'up';
		await phone().flush();
		expect(tries.at(-1)).toEqual({ key: 'k1', text: 'zur Pflege', clusterId: 'c1' });
	});

	test('a repeated try carries the same key, so that the server takes the card only once', async () => {
		network = 'down';
		const queue = phone();
		await queue.add('eins');
		network = 'up';
		await queue.flush();
		expect(tries.map(({ key }) => key)).toEqual(['k1', 'k1']);
	});

	test('waiting cards survive a reload', async () => {
		network = 'down';
		await phone().add('eins');
		network = 'up';
		const reloaded = phone();
		expect(texts(reloaded.waiting)).toEqual(['eins']);
		await reloaded.flush();
		expect(texts(reloaded.sent)).toEqual(['eins']);
		expect(kept.size).toBe(0);
	});

	test('a refused card leaves the queue with its reason, and its words are not lost', async () => {
		network = 'refusing';
		const queue = phone();
		await queue.add('zu spät');
		expect(queue.waiting).toEqual([]);
		expect(queue.refused).toEqual({ text: 'zu spät', problem: { code: 'session.closed' } });
	});

	test('two hurried taps do not send a card twice', async () => {
		const queue = phone();
		await Promise.all([queue.add('eins'), queue.flush(), queue.flush()]);
		expect(tries).toHaveLength(1);
		expect(queue.sent).toHaveLength(1);
	});

	test('an empty card is none', async () => {
		const queue = phone();
		await queue.add('   ');
		expect(tries).toEqual([]);
	});

	test('a damaged or missing storage does not stop anybody from writing', async () => {
		kept.set('cards', '{broken');
		const queue = phone();
		expect(queue.waiting).toEqual([]);
		const full = new CardQueue([], {
			storage: {
				...storage(),
				setItem: () => {
					throw new Error('full');
				}
			},
			name: 'cards',
			send,
			newKey: () => 'k'
		});
		await full.add('geht trotzdem');
		expect(texts(full.sent)).toEqual(['geht trotzdem']);
	});

	test('a card that was taken back is gone from the list', async () => {
		const queue = phone();
		await queue.add('eins');
		queue.withdrawn('k1');
		expect(queue.sent).toEqual([]);
	});
});
