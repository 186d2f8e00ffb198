import { eq, lt } from 'drizzle-orm';
import type { Adapter, DatabaseSession } from 'lucia';
import type { Database } from '../db/database.ts';
import { accounts, authSessions, people } from '../db/schema/organisation.ts';
import { sha256 } from '../ids.ts';

type Row = typeof authSessions.$inferSelect;

/** Where lucia keeps its sessions. Its ids are secrets in the cookie, so only their SHA-256 reaches the database. */
export class HashedSessionStore implements Adapter {
	readonly #db: Database;
	constructor(db: Database) {
		this.#db = db;
	}

	async getSessionAndUser(sessionId: string): ReturnType<Adapter['getSessionAndUser']> {
		const [found] = await this.#db
			.select({ session: authSessions, role: accounts.role, disabledAt: accounts.disabledAt })
			.from(authSessions)
			.innerJoin(people, eq(people.id, authSessions.personId))
			.leftJoin(accounts, eq(accounts.personId, authSessions.personId))
			.where(eq(authSessions.idHash, sha256(sessionId)));
		if (!found || found.disabledAt) return [null, null];
		const { tenantId, personId } = found.session;
		return [session(found.session, sessionId), { id: personId, attributes: { tenantId, role: found.role ?? 'guest' } }];
	}

	/** The ids of other sessions are not known here any more: their hashes stand in for them. */
	async getUserSessions(userId: string): Promise<DatabaseSession[]> {
		const rows = await this.#db.select().from(authSessions).where(eq(authSessions.personId, userId));
		return rows.map((row) => session(row, row.idHash));
	}

	async setSession({ id, userId, expiresAt, attributes }: DatabaseSession): Promise<void> {
		await this.#db
			.insert(authSessions)
			.values({ idHash: sha256(id), personId: userId, tenantId: attributes.tenantId, expiresAt });
	}

	async updateSessionExpiration(sessionId: string, expiresAt: Date): Promise<void> {
		await this.#db
			.update(authSessions)
			.set({ expiresAt })
			.where(eq(authSessions.idHash, sha256(sessionId)));
	}

	async deleteSession(sessionId: string): Promise<void> {
		await this.#db.delete(authSessions).where(eq(authSessions.idHash, sha256(sessionId)));
	}

	async deleteUserSessions(userId: string): Promise<void> {
		await this.#db.delete(authSessions).where(eq(authSessions.personId, userId));
	}

	async deleteExpiredSessions(): Promise<void> {
		await this.#db.delete(authSessions).where(lt(authSessions.expiresAt, new Date()));
	}
}

function session(row: Row, id: string): DatabaseSession {
	return { id, userId: row.personId, expiresAt: row.expiresAt, attributes: { tenantId: row.tenantId } };
}
