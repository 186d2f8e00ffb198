import { error, redirect } from '@sveltejs/kit';
import { may, type Standing } from '#domain/rights/rights.ts';
import type { SharedState } from '#protocol/session-state.ts';
import { isInsider } from '../auth/insiders.ts';
import type { App } from '../app.ts';

/** Somebody who asks for a page or for something on it. */
interface Asking {
	url: URL;
	request?: Request;
	isDataRequest?: boolean;
}

/**
 * Turns somebody away who is outside while a session is not public. A page leads her to where she waits and is brought back from; whatever
 * else asks is refused.
 */
export function turnOutside({ url, request, isDataRequest }: Asking, sessionId: string): never {
	const isPage = isDataRequest === true || (request?.headers.get('accept') ?? '').includes('text/html');
	if (!isPage) error(403, { message: 'session.not-public', problem: { code: 'session.not-public' } });
	redirect(303, `/s/${sessionId}/outside?back=${encodeURIComponent(url.pathname + url.search)}`);
}

/**
 * Lets nobody of the public have a state that was read while the session was not public, also where it was closed, or opened again, between
 * the question whether she may and the reading.
 */
export async function keepInside<State extends Pick<SharedState, 'sessionId' | 'nonPublicSince'>>(
	visit: Asking & { locals: { app: App } },
	state: State,
	person: { tenantId: string; personId: string },
	held: ReadonlySet<Standing>
): Promise<State> {
	const inside =
		state.nonPublicSince === null ||
		may(held, 'process.read') ||
		(await isInsider(visit.locals.app.db, person.tenantId, state.sessionId, person.personId));
	return inside ? state : turnOutside(visit, state.sessionId);
}
