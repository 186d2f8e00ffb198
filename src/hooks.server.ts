import { type Handle, type HandleServerError, type ServerInit } from '@sveltejs/kit';
import { randomBytes } from 'node:crypto';
import { buildApp, type App } from '#server/app.ts';
import { isOwnOrigin } from '#server/origin.ts';
import { sessionCookie } from '#server/auth/sessions.ts';
import { describeProblem } from '#lib/ui/problem-text.ts';
import { paraglideMiddleware } from '#paraglide/server.js';

const published = Symbol.for('wirkraum');
const holder = globalThis as { [published]?: App | Promise<App> };

/** Builds the program once, also across hot reloads, and publishes it for `server/main.js`, which forwards upgrades to it. */
export const init: ServerInit = async () => {
	holder[published] ??= buildApp(process.env);
	holder[published] = await holder[published];
};

const unsafe = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
/** A request of any other kind is no larger than this; a file of a process or a picture of a board may be, and its page says how large. */
const largestRequest = 2 * 1024 * 1024;
const takesFiles = /^\/(p\/[^/]+\/materials|b\/[^/]+\/pictures)$/;
const themes = ['system', 'light', 'dark'] as const;

export const handle: Handle = async ({ event, resolve }) => {
	const app = holder[published] as App;
	const { headers, method } = event.request;
	if (unsafe.has(method) && !isOwnOrigin(headers.get('origin'), event.url.origin, headers.get('sec-fetch-site')))
		return new Response(describeProblem({ code: 'request.foreign-origin' }), {
			status: 403,
			headers: { 'content-type': 'text/plain; charset=utf-8' }
		});
	if (unsafe.has(method) && !takesFiles.test(event.url.pathname) && sizeOf(event.request) > largestRequest)
		return new Response(describeProblem({ code: 'request.too-large' }), {
			status: 413,
			headers: { 'content-type': 'text/plain; charset=utf-8' }
		});
	const cookie = event.cookies.get(sessionCookie);
	const { actor, renewed } = await app.sessions.identify(cookie);
	if (cookie && renewed) setSessionCookie(event.cookies, app.sessions.cookie(cookie, event.url.protocol === 'https:'));
	const theme = themes.find((known) => known === event.cookies.get('wr_theme')) ?? 'system';
	event.locals.app = app;
	event.locals.actor = actor;
	event.locals.theme = theme;
	const response = await paraglideMiddleware(event.request, ({ request, locale }) => {
		event.request = request;
		return resolve(event, {
			transformPageChunk: ({ html }) => html.replace('%lang%', locale).replace('%theme%', theme)
		});
	});
	harden(response.headers, event.url.protocol === 'https:');
	return response;
};

/** How large a request says it is; one with a body that does not say so counts as too large. */
function sizeOf({ headers, body }: Request): number {
	const said = headers.get('content-length');
	if (said !== null) return Number(said);
	return body === null ? 0 : Infinity;
}

function setSessionCookie(
	cookies: Parameters<Handle>[0]['event']['cookies'],
	cookie: ReturnType<App['sessions']['cookie']>
) {
	cookies.set(cookie.name, cookie.value, cookie.attributes);
}

function harden(headers: Headers, https: boolean) {
	headers.set('x-content-type-options', 'nosniff');
	headers.set('referrer-policy', 'same-origin');
	headers.set('x-frame-options', 'DENY');
	headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=()');
	headers.set('cross-origin-opener-policy', 'same-origin');
	if (https) headers.set('strict-transport-security', 'max-age=31536000');
	if (headers.get('content-type')?.startsWith('text/html')) headers.set('cache-control', 'no-store');
}

export const handleError: HandleServerError = ({ error, event, status, message }) => {
	if (status < 500) return { message };
	const id = randomBytes(3).toString('hex').toUpperCase();
	event.locals.app?.log.error({ id, err: error, route: event.route.id }, 'unexpected error');
	return { message, problem: { code: 'surprise', id }, id };
};
