import type { Standing } from '#domain/rights/rights.ts';
import type { SessionViewKind } from '#protocol/session-state.ts';
import type { Actor } from '../auth/actor.ts';
import { standingsOf } from '../auth/standings.ts';
import type { Database } from '../db/database.ts';

/** Which standing in the session opens which kind of screen. */
const standingFor: Record<SessionViewKind, readonly Standing[]> = {
	lead: ['facilitator'],
	participant: ['facilitator', 'participant', 'muted', 'observer'],
	projector: ['facilitator', 'projector'],
	waiting: ['waiting']
};

/** Whether a person may have this screen of the session open, now. */
export async function mayWatch(
	db: Database,
	{ view, personId, tenantId }: { view: SessionViewKind; personId: string; tenantId: string },
	sessionId: string
): Promise<boolean> {
	const actor: Actor = { kind: 'person', personId, tenantId, role: 'guest' };
	const held = await standingsOf(db, actor, { tenantId, sessionId });
	return standingFor[view].some((standing) => held.has(standing));
}
