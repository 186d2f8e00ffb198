import { fail } from '@sveltejs/kit';
import { may } from '#domain/rights/rights.ts';
import { standingsOf } from '../../auth/standings.ts';
import type { FormEvent } from '../act.ts';

/** What the facilitator does with the guests of a rehearsal. */
export const rehearsalDeeds = { guests };

/** Lets the guests in again, after they have left by themselves or the program was started anew. */
async function guests({ locals: { app, actor }, params, request }: FormEvent) {
	const at = { tenantId: actor.kind === 'person' ? actor.tenantId : '', sessionId: params.id };
	if (actor.kind !== 'person' || !may(await standingsOf(app.db, actor, at), 'session.lead'))
		return fail(403, { problem: { code: 'right.missing', action: 'session.lead' } as const });
	const language = (await request.formData()).get('language') === 'en' ? 'en' : 'de';
	await app.rehearsals.start(actor.tenantId, params.id, language);
	return { guests: app.rehearsals.runs(params.id) };
}
