import { gonePages, thisPage } from './living-pages.ts';
import { OutboxStore } from './outbox-store.ts';
import { waitingThings, type WaitingThing } from './waiting-work.ts';

/** What a board or text is called; `closed` if this person may not open it, null if nobody could say. */
export type KnownTitle = { title: string } | 'closed' | null;

/** A board or text with work that waits, as a screen shows it. */
export interface ShownThing extends WaitingThing {
	readonly known: KnownTitle;
}

/** What the class asks the browser and the server. */
export interface WaitingSurroundings {
	browser: IDBFactory | undefined;
	titleOf(thing: WaitingThing): Promise<KnownTitle>;
	now(): number;
	pause(ms: number): Promise<void>;
}

/** What a page that was just left is about to send is not worth a word. */
export const sentWithin = 2_500;
/** A title that takes longer is done without. */
const titleWithin = 5_000;

/** The unsent work of a person on this device: nothing until it was looked for, and nothing of anybody else. */
export class WaitingHere {
	#things = $state.raw<readonly ShownThing[]>([]);

	constructor(
		private readonly person: string,
		private readonly around: WaitingSurroundings
	) {}

	get things(): readonly ShownThing[] {
		return this.#things;
	}

	/** Looks what waits now. What was not shown before is looked at twice. */
	async look(): Promise<void> {
		const isNew = ({ id }: WaitingThing) => !this.#things.some((shown) => shown.id === id);
		let found = await this.#find();
		if (found.some(isNew)) {
			await this.around.pause(sentWithin);
			found = await this.#find();
		}
		const known = await Promise.all(found.map((thing) => this.around.titleOf(thing)));
		this.#things = found.map((thing, at) => ({ ...thing, known: known[at] ?? null }));
	}

	/** Throws away what waits for a board or text. */
	async discard({ id, pieces }: WaitingThing): Promise<void> {
		await this.#at((store) => store.remove(pieces.map((piece) => piece.id)));
		this.#things = this.#things.filter((shown) => shown.id !== id);
	}

	async #find(): Promise<WaitingThing[]> {
		const pieces = (await this.#at((store) => store.ofPerson(this.person))) ?? [];
		if (pieces.length === 0) return [];
		const isGone = await gonePages();
		return waitingThings(pieces, (page) => page !== thisPage && !isGone(page), this.around.now());
	}

	/** A browser that keeps nothing has nothing that waits. */
	async #at<T>(ask: (store: OutboxStore) => Promise<T>): Promise<T | undefined> {
		try {
			if (!this.around.browser) return undefined;
			const store = await OutboxStore.open(this.around.browser);
			return await ask(store).finally(() => store.close());
		} catch {
			return undefined;
		}
	}
}

/** Asks the server what a board or text is called. */
export async function askTitle({ kind, id }: Pick<WaitingThing, 'kind' | 'id'>): Promise<KnownTitle> {
	try {
		const signal = AbortSignal.timeout(titleWithin);
		const answer = await fetch(`/api/v1/${kind}s/${id}`, { headers: { accept: 'application/json' }, signal });
		if (answer.ok) return (await answer.json()) as { title: string };
		return answer.status === 403 || answer.status === 404 ? 'closed' : null;
	} catch {
		return null;
	}
}
