import { randomUUID } from 'node:crypto';
import type { Action } from '#domain/rights/rights.ts';
import { findSession } from '../db/repositories/sessions.ts';
import { notFound, requireMember, requireRight } from './guard.ts';

type Event = Parameters<typeof requireMember>[0] & { params: { id: string } };

/** What a page needs that asks one thing about a session, for those who may do it: the session, and a key under which it is done once. */
export async function sessionForm(event: Event, action: Action) {
	const { tenantId } = requireMember(event);
	const session = (await findSession(event.locals.app.db, tenantId, event.params.id)) ?? notFound();
	const { id, processId, title } = session;
	await requireRight(event, action, { tenantId, processId, sessionId: id });
	return { session: { id, title }, key: randomUUID() };
}
