import type { Actor } from '../auth/actor.ts';
import type { RecheckFilter } from '../sync/connections.ts';

/** A screen that is open on a thing, such as the cockpit of a process or a text. */
export interface Watcher {
	actor: Extract<Actor, { kind: 'person' }>;
	/** Something has changed; what, the screen asks for itself. */
	tell(): void;
	end(): void;
}

/** How long changes are gathered before screens hear of them, in milliseconds. */
const gathering = 500;

/** The open screens of things of one kind. They hear that something has changed there, never what. */
export class OpenScreens {
	readonly #watchers = new Map<string, Set<Watcher>>();
	readonly #due = new Map<string, NodeJS.Timeout>();
	readonly #mayRead: (actor: Watcher['actor'], id: string) => Promise<boolean>;

	constructor(mayRead: (actor: Watcher['actor'], id: string) => Promise<boolean>) {
		this.#mayRead = mayRead;
	}

	/** Opens a screen, for somebody who may read the thing. Returns how to close it. */
	watch(id: string, watcher: Watcher): () => void {
		const watchers = this.#watchers.get(id) ?? new Set();
		this.#watchers.set(id, watchers.add(watcher));
		return () => {
			if (watchers.delete(watcher) && watchers.size === 0) this.#watchers.delete(id);
		};
	}

	/** Something has changed there: its screens are told, several changes together. */
	changed(id: string): void {
		if (!this.#watchers.has(id) || this.#due.has(id)) return;
		this.#due.set(
			id,
			setTimeout(() => {
				this.#due.delete(id);
				for (const watcher of this.#watchers.get(id) ?? []) watcher.tell();
			}, gathering)
		);
	}

	/** Whether anybody has a screen open. */
	get anyOpen(): boolean {
		return this.#watchers.size > 0;
	}

	/** Ends the screens of people who may no longer read: of one person, or of everybody when none is named. */
	async recheck({ personId }: RecheckFilter): Promise<void> {
		for (const [id, watchers] of this.#watchers)
			for (const watcher of watchers) {
				const { actor } = watcher;
				if (personId !== undefined && actor.personId !== personId) continue;
				if (await this.#mayRead(actor, id)) continue;
				watchers.delete(watcher);
				watcher.end();
			}
	}

	/** Ends all screens; the program stops. */
	close(): void {
		for (const timer of this.#due.values()) clearTimeout(timer);
		for (const watchers of this.#watchers.values()) for (const watcher of watchers) watcher.end();
		this.#watchers.clear();
	}
}
