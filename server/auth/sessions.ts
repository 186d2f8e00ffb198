import { Lucia, TimeSpan } from 'lucia';
import type { Database } from '../db/database.ts';
import { anonymous, type Actor } from './actor.ts';
import { HashedSessionStore } from './session-store.ts';

/** The cookie that carries a signed-in session. */
export const sessionCookie = 'wr_session';

/** A cookie as SvelteKit's `cookies.set` takes it. */
export interface CookieToSet {
	name: string;
	value: string;
	attributes: { path: string; httpOnly: boolean; sameSite: 'lax'; secure: boolean; maxAge?: number };
}

/** Who was recognised by a session, and how long it holds. */
export interface Identified {
	actor: Actor;
	/** The session's life was prolonged: the cookie should be set again. */
	renewed: boolean;
	endsAt: Date | null;
}

const nobody: Identified = { actor: anonymous, renewed: false, endsAt: null };

/** Sessions of people: the only place that knows lucia. */
export class Sessions {
	readonly #lucia: Lucia<{ tenantId: string }, { tenantId: string; role: PersonRole }>;

	constructor(db: Database) {
		this.#lucia = new Lucia(new HashedSessionStore(db), {
			sessionExpiresIn: new TimeSpan(30, 'd'),
			sessionCookie: { name: sessionCookie },
			getSessionAttributes: ({ tenantId }) => ({ tenantId }),
			getUserAttributes: ({ tenantId, role }) => ({ tenantId, role })
		});
	}

	/** Starts a session for a person, always with a new id, and returns the value of its cookie. */
	async start(person: { personId: string; tenantId: string }): Promise<string> {
		const { id } = await this.#lucia.createSession(person.personId, { tenantId: person.tenantId });
		return id;
	}

	/** Who stands behind a cookie's value. */
	async identify(cookie: string | undefined | null): Promise<Identified> {
		if (!cookie || cookie.length > 200) return nobody;
		const { user, session } = await this.#lucia.validateSession(cookie);
		if (!user) return nobody;
		const { id: personId, tenantId, role } = user;
		return { actor: { kind: 'person', personId, tenantId, role }, renewed: session.fresh, endsAt: session.expiresAt };
	}

	/** Who sends this `Cookie` header. */
	identifyHeader(header: string | undefined): Promise<Identified> {
		return this.identify(this.#lucia.readSessionCookie(header ?? ''));
	}

	/** Ends one session. */
	end(cookie: string): Promise<void> {
		return this.#lucia.invalidateSession(cookie);
	}

	/** Ends all sessions of a person, on every device. */
	endAll(personId: string): Promise<void> {
		return this.#lucia.invalidateUserSessions(personId);
	}

	/** The cookie to set; `secure` on https. An empty value removes it. */
	cookie(value: string, secure: boolean): CookieToSet {
		const maxAge = value ? new TimeSpan(30, 'd').seconds() : 0;
		return { name: sessionCookie, value, attributes: { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge } };
	}
}

type PersonRole = 'admin' | 'steering' | 'member' | 'guest';

declare module 'lucia' {
	interface Register {
		Lucia: Lucia<{ tenantId: string }, { tenantId: string; role: PersonRole }>;
		DatabaseSessionAttributes: { tenantId: string };
		DatabaseUserAttributes: { tenantId: string; role: PersonRole };
		UserId: string;
	}
}
