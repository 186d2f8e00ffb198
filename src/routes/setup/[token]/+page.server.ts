import { fail, redirect } from '@sveltejs/kit';
import { setUp, setUpIsOpen } from '#server/commands/set-up.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	open: await setUpIsOpen(locals.app.db, params.token)
});

export const actions: Actions = {
	default: async ({ locals: { app }, params, request, cookies, url }) => {
		const done = await setUp(app.surroundings, params.token, Object.fromEntries(await request.formData()));
		if (!done.ok) return fail(400, { problem: done.problem });
		const cookie = app.sessions.cookie(await app.sessions.start(done.value), url.protocol === 'https:');
		cookies.set(cookie.name, cookie.value, cookie.attributes);
		redirect(303, '/');
	}
};
