import { eq } from 'drizzle-orm';
import type { Logger } from 'pino';
import { may } from '#domain/rights/rights.ts';
import type { Actor } from '../auth/actor.ts';
import { standingsOf } from '../auth/standings.ts';
import type { Database } from '../db/database.ts';
import { liveSessions } from '../db/schema/sessions.ts';
import type { RecheckFilter } from '../sync/connections.ts';

/** An open screen of a process, such as the cockpit. */
export interface ProcessWatcher {
	actor: Extract<Actor, { kind: 'person' }>;
	/** Something has changed; what, the screen asks for itself. */
	tell(): void;
	end(): void;
}

/** How long changes are gathered before screens hear of them, in milliseconds. */
const gathering = 500;

/** The open screens of processes. They hear that something has changed, in the process or one of its sessions, never what. */
export class LiveProcesses {
	readonly #watchers = new Map<string, Set<ProcessWatcher>>();
	readonly #due = new Map<string, NodeJS.Timeout>();
	readonly #processOf = new Map<string, string>();
	readonly #db: Database;
	readonly #log: Logger;

	constructor(db: Database, log: Logger) {
		this.#db = db;
		this.#log = log;
	}

	/** Opens a screen, for somebody who may read the process. Returns how to close it. */
	watch(processId: string, watcher: ProcessWatcher): () => void {
		const watchers = this.#watchers.get(processId) ?? new Set();
		this.#watchers.set(processId, watchers.add(watcher));
		return () => {
			if (watchers.delete(watcher) && watchers.size === 0) this.#watchers.delete(processId);
		};
	}

	/** Something in the process has changed: its screens are told, several changes together. */
	changed(processId: string): void {
		if (!this.#watchers.has(processId) || this.#due.has(processId)) return;
		this.#due.set(
			processId,
			setTimeout(() => {
				this.#due.delete(processId);
				for (const watcher of this.#watchers.get(processId) ?? []) watcher.tell();
			}, gathering)
		);
	}

	/** Something in a session has changed: the screens of its process are told. */
	sessionChanged(sessionId: string): void {
		if (this.#watchers.size === 0) return;
		this.#processFor(sessionId).then(
			(processId) => processId && this.changed(processId),
			(error: unknown) => this.#log.error({ err: error }, 'a process was not told of its session')
		);
	}

	/** Ends the screens of people who may no longer read the process: of one person, or of everybody when none is named. */
	async recheck({ personId, documentPrefix }: RecheckFilter): Promise<void> {
		if (personId === undefined && documentPrefix !== undefined) return;
		for (const [processId, watchers] of this.#watchers)
			for (const watcher of watchers) {
				const { actor } = watcher;
				if (personId !== undefined && actor.personId !== personId) continue;
				const held = await standingsOf(this.#db, actor, { tenantId: actor.tenantId, processId });
				if (may(held, 'process.read')) continue;
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

	/** A session never moves to another process, so the answer is kept. */
	async #processFor(sessionId: string): Promise<string | null> {
		const known = this.#processOf.get(sessionId);
		if (known !== undefined) return known;
		const [found] = await this.#db
			.select({ processId: liveSessions.processId })
			.from(liveSessions)
			.where(eq(liveSessions.id, sessionId));
		if (!found) return null;
		if (this.#processOf.size > 1000) this.#processOf.clear();
		this.#processOf.set(sessionId, found.processId);
		return found.processId;
	}
}
