import { findSession } from '#server/db/repositories/sessions.ts';
import { readPause } from '#server/web/pause.ts';
import type { LayoutServerLoad } from './$types';

/** What the phones of a session say while its process rests. */
export const load: LayoutServerLoad = async ({ locals, params }) => {
	const { actor, app } = locals;
	const session = actor.kind === 'person' ? await findSession(app.db, actor.tenantId, params.id) : null;
	if (actor.kind !== 'person' || !session) return { pause: null };
	const at = { tenantId: actor.tenantId, processId: session.processId, sessionId: session.id };
	return { pause: await readPause(locals, 'session.read', at) };
};
