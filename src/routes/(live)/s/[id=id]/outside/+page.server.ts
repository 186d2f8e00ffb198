import { redirect } from '@sveltejs/kit';
import { ownPath } from '#lib/shell/own-path.ts';
import { standingsOf } from '#server/auth/standings.ts';
import { findSession } from '#server/db/repositories/sessions.ts';
import { notFound, requirePerson } from '#server/web/guard.ts';
import type { PageServerLoad } from './$types';

/** Where the public waits while a session is not public; whoever is not, or no longer, outside goes back to where she came from. */
export const load: PageServerLoad = async (event) => {
	const { app } = event.locals;
	const person = requirePerson(event);
	const { tenantId } = person;
	const session = (await findSession(app.db, tenantId, event.params.id)) ?? notFound();
	const held = await standingsOf(app.db, person, { tenantId, sessionId: session.id });
	const back = event.url.searchParams.get('back');
	if (!held.has('outside')) redirect(303, back === null ? `/s/${session.id}/take-part` : ownPath(back));
	return { state: await app.live.stateFor(tenantId, session.id, 'outside') };
};
