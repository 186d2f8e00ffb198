import { may, type Action } from '#domain/rights/rights.ts';
import type { PauseView } from '#protocol/pause-view.ts';
import type { Actor } from '../auth/actor.ts';
import { standingsOf, type Setting } from '../auth/standings.ts';
import type { App } from '../app.ts';
import { findPause, namesOfLeads } from '../db/repositories/pauses.ts';

/** What a page says while its process rests, to whoever may read the thing; null where the process goes on. Guests read no names. */
export async function readPause(
	{ app, actor }: { app: App; actor: Actor },
	read: Action,
	at: Setting
): Promise<PauseView | null> {
	if (actor.kind !== 'person') return null;
	const pause = await findPause(app.db, at);
	if (!pause) return null;
	const held = await standingsOf(app.db, actor, at);
	if (!may(held, read)) return null;
	const { processId, since, reason, lookAgainOn } = pause;
	const member = actor.role !== 'guest';
	const leads = member ? await namesOfLeads(app.db, at.tenantId, processId) : [];
	return { since, reason, lookAgainOn, leads, processId: member ? processId : null };
}
