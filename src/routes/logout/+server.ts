import { redirect, type RequestHandler } from '@sveltejs/kit';
import { sessionCookie } from '#server/auth/sessions.ts';

/** Ends this session at the server, its open sockets included, and removes the cookie and what the browser keeps for this person. */
export const POST: RequestHandler = async ({ cookies, locals, setHeaders }) => {
	const cookie = cookies.get(sessionCookie);
	if (cookie) await locals.app.sessions.end(cookie);
	if (locals.actor.kind === 'person') await locals.app.recheckAccess({ personId: locals.actor.personId });
	cookies.delete(sessionCookie, { path: '/' });
	setHeaders({ 'clear-site-data': '"storage"' });
	redirect(303, '/');
};
