import { fail, redirect } from '@sveltejs/kit';
import { demoAccounts, demoPassword } from '#server/demo.ts';
import { signIn } from '#server/commands/sign-in.ts';
import { ownPath } from '#lib/shell/own-path.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	if (locals.actor.kind === 'person' && locals.actor.role !== 'guest')
		redirect(303, ownPath(url.searchParams.get('back')));
	return { demo: locals.app.config.demo, back: ownPath(url.searchParams.get('back')) };
};

export const actions: Actions = {
	/** Email and password; the buttons of the demonstration send one of its accounts instead. */
	default: async (event) => {
		const form = await event.request.formData();
		const demo = demoAccounts.find(({ email }) => email === form.get('demo'));
		const credentials =
			demo && event.locals.app.config.demo
				? { email: demo.email, password: demoPassword }
				: { email: form.get('email'), password: form.get('password') };
		return enter(event, credentials, String(form.get('back') ?? '/'));
	}
};

async function enter(event: RequestEvent, credentials: unknown, back: string) {
	const { app } = event.locals;
	const signedIn = await signIn(app.surroundings, app.sessions, credentials, event.getClientAddress());
	if (!signedIn.ok)
		return fail(signedIn.problem.code === 'login.too-many-tries' ? 429 : 400, { problem: signedIn.problem });
	const cookie = app.sessions.cookie(signedIn.value, event.url.protocol === 'https:');
	event.cookies.set(cookie.name, cookie.value, cookie.attributes);
	redirect(303, ownPath(back));
}
