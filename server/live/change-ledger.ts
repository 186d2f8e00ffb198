import { newId } from '../ids.ts';

/** What is different from a moment that a reader knows: ids of what is new or says something else, and of what is gone. */
export interface Changed {
	readonly changed: ReadonlySet<string>;
	readonly gone: readonly string[];
}

/** Things at one moment. */
export interface Moment {
	/** Names it to whoever asks later what has changed since; means nothing to another ledger. */
	readonly name: string;
	/** What is different from an earlier moment; null where this ledger does not know that one. */
	since(name: string): Changed | null;
}

/** Keeps of things that are read again and again when each of them last said something else. What they say it does not keep. */
export class ChangeLedger {
	readonly #id = newId();
	readonly #lines = new Map<string, { stamp: string | null; at: number }>();
	#now = 0;

	/** Enters what all things say by now, each as a stamp that differs when it says something else. */
	enter(stamps: ReadonlyMap<string, string>): Moment {
		const now = ++this.#now;
		for (const [id, stamp] of stamps) if (this.#lines.get(id)?.stamp !== stamp) this.#lines.set(id, { stamp, at: now });
		for (const [id, { stamp }] of this.#lines)
			if (stamp !== null && !stamps.has(id)) this.#lines.set(id, { stamp: null, at: now });
		return { name: `${this.#id}.${now}`, since: (name) => this.#between(name, now) };
	}

	#between(name: string, now: number): Changed | null {
		const [id, count] = name.split('.');
		const since = Number(count);
		if (id !== this.#id || !(since <= now)) return null;
		const later = [...this.#lines].filter(([, { at }]) => at > since);
		return {
			changed: new Set(later.map(([id]) => id)),
			gone: later.filter(([, { stamp }]) => stamp === null).map(([id]) => id)
		};
	}
}
