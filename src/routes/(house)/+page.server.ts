import { fail, redirect } from '@sveltejs/kit';
import { listOwnSessions } from '#server/db/repositories/processes.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { app, actor } }) => ({
	personId: actor.kind === 'person' ? actor.personId : null,
	sessions: actor.kind === 'person' ? await listOwnSessions(app.db, actor.tenantId, actor.personId) : []
});

export const actions: Actions = {
	/** Typed digits become the session's own address; that page looks it up and counts failures. */
	default: async ({ request }) => {
		const digits = String((await request.formData()).get('code') ?? '').replace(/\D/g, '');
		if (digits.length !== 6) return fail(400, { problem: { code: 'session.code-unknown' as const } });
		redirect(303, `/${digits}`);
	}
};
