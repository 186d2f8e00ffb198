import type { Problem } from '#domain/problems.ts';

/** A card on its way: the key makes repetitions harmless. */
export interface WaitingCard {
	key: string;
	text: string;
	/** The group it shall belong to, if somebody has chosen one. */
	clusterId?: string;
}

/** A card of one's own that has arrived. */
export interface OwnCard {
	id: string;
	text: string;
	elementId: string;
	late: boolean;
}

/** How one try to send a card ended. */
export type Delivery =
	{ outcome: 'sent'; card: OwnCard } | { outcome: 'refused'; problem: Problem } | { outcome: 'unreachable' };

interface Ways {
	/** Where waiting cards survive a reload or an empty battery; null where there is no such place. */
	storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null;
	/** Under which name they are kept: one per participant. */
	name: string;
	send: (card: WaitingCard) => Promise<Delivery>;
	newKey: () => string;
}

/** One's own cards: those that have arrived, and those that wait for the network. They are sent in order, one at a time. */
export class CardQueue {
	sent: OwnCard[] = $state([]);
	waiting: WaitingCard[] = $state([]);
	/** The last card that the server did not take, with the reason; its text is not lost. */
	refused: { text: string; problem: Problem } | null = $state(null);
	sending = $state(false);
	readonly #ways: Ways;

	constructor(sent: OwnCard[], ways: Ways) {
		this.sent = sent;
		this.#ways = ways;
		this.waiting = this.#kept();
	}

	/** Takes a card and sends it as soon as possible. A card without words is not one. */
	async add(text: string, clusterId = ''): Promise<void> {
		if (text.trim() === '') return;
		this.refused = null;
		const card = { key: this.#ways.newKey(), text };
		this.waiting = [...this.waiting, clusterId === '' ? card : { ...card, clusterId }];
		this.#keep();
		await this.flush();
	}

	/** Sends what waits. Stops at the first card that does not get through, so that the order stays. */
	async flush(): Promise<void> {
		if (this.sending) return;
		this.sending = true;
		try {
			for (let next = this.waiting[0]; next; next = this.waiting[0]) {
				const delivery = await this.#ways.send(next);
				if (delivery.outcome === 'unreachable') return;
				this.waiting = this.waiting.slice(1);
				this.#keep();
				if (delivery.outcome === 'refused') this.refused = { text: next.text, problem: delivery.problem };
				else this.arrived(delivery.card);
			}
		} finally {
			this.sending = false;
		}
	}

	/** A card is on the server; the same one twice is one card. */
	arrived(card: OwnCard): void {
		if (!this.sent.some(({ id }) => id === card.id)) this.sent = [...this.sent, card];
	}

	/** A card was taken back. */
	withdrawn(id: string): void {
		this.sent = this.sent.filter((card) => card.id !== id);
	}

	#keep(): void {
		const { storage, name } = this.#ways;
		try {
			if (this.waiting.length === 0) storage?.removeItem(name);
			else storage?.setItem(name, JSON.stringify(this.waiting));
		} catch {
			// A full or forbidden storage: the cards still wait in memory.
		}
	}

	#kept(): WaitingCard[] {
		const { storage, name } = this.#ways;
		try {
			const kept: unknown = JSON.parse(storage?.getItem(name) ?? '[]');
			return Array.isArray(kept) ? kept.filter(isWaiting) : [];
		} catch {
			return [];
		}
	}
}

function isWaiting(value: unknown): value is WaitingCard {
	const card = value as Partial<WaitingCard> | null;
	return (
		typeof card?.key === 'string' &&
		typeof card.text === 'string' &&
		(card.clusterId === undefined || typeof card.clusterId === 'string')
	);
}
