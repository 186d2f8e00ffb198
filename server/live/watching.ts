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
	waiting: ['waiting'],
	outside: ['outside']
};

/** Whether a person may have this screen of the session open now; if not, whether she is only outside for a while, or has lost it. */
export async function watchAs(
	db: Database,
	{ view, personId, tenantId }: { view: SessionViewKind; personId: string; tenantId: string },
	sessionId: string
): Promise<'allowed' | 'outside' | 'removed'> {
	const actor: Actor = { kind: 'person', personId, tenantId, role: 'guest' };
	const held = await standingsOf(db, actor, { tenantId, sessionId });
	if (standingFor[view].some((standing) => held.has(standing))) return 'allowed';
	return held.has('outside') ? 'outside' : 'removed';
}
