import { eq } from 'drizzle-orm';
import type { Logger } from 'pino';
import { may } from '#domain/rights/rights.ts';
import { standingsOf } from '../auth/standings.ts';
import type { Database } from '../db/database.ts';
import { liveSessions } from '../db/schema/sessions.ts';
import type { RecheckFilter } from '../sync/connections.ts';
import { OpenScreens } from './open-screens.ts';

/** The open screens of processes. They hear that something has changed, in the process or one of its sessions. */
export class LiveProcesses extends OpenScreens {
	readonly #processOf = new Map<string, string>();
	readonly #db: Database;
	readonly #log: Logger;

	constructor(db: Database, log: Logger) {
		super(async (actor, processId) =>
			may(await standingsOf(db, actor, { tenantId: actor.tenantId, processId }), 'process.read')
		);
		this.#db = db;
		this.#log = log;
	}

	/** Something in a session has changed: the screens of its process are told. */
	sessionChanged(sessionId: string): void {
		if (!this.anyOpen) return;
		this.#processFor(sessionId).then(
			(processId) => processId && this.changed(processId),
			(error: unknown) => this.#log.error({ err: error }, 'a process was not told of its session')
		);
	}

	/** Who may open a document says nothing about its process. */
	override async recheck(whose: RecheckFilter): Promise<void> {
		if (whose.personId === undefined && whose.documentPrefix !== undefined) return;
		await super.recheck(whose);
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
