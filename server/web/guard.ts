import { error, redirect } from '@sveltejs/kit';
import { may, type Action } from '#domain/rights/rights.ts';
import type { Problem } from '#domain/problems.ts';
import type { Actor } from '../auth/actor.ts';
import { whyNot } from '../auth/refusals.ts';
import { isHiddenFrom, standingsOf, type Setting } from '../auth/standings.ts';
import type { App } from '../app.ts';
import { turnOutside } from './outside.ts';

type Person = Extract<Actor, { kind: 'person' }>;
/** Somebody who asks for a page. */
export interface Visit {
	locals: { app: App; actor: Actor };
	url: URL;
	request?: Request;
	isDataRequest?: boolean;
}

/** The signed-in person behind a page, guests included; anybody else is sent to sign in and brought back afterwards. */
export function requirePerson({ locals, url }: Visit): Person {
	if (locals.actor.kind === 'person') return locals.actor;
	redirect(303, `/login?back=${encodeURIComponent(url.pathname + url.search)}`);
}

/** The signed-in member of the organisation behind a page. Guests of a session find nothing here. */
export function requireMember(visit: Visit): Person {
	const person = requirePerson(visit);
	if (person.role === 'guest') throw pageProblem(403, { code: 'right.missing', action: 'process.read' });
	return person;
}

/**
 * Lets a page load only for somebody who may; for others of the same organisation it is refused, for strangers absent. The room of a group
 * is absent for everybody who is not in it. Who is only outside for a while is led to where she waits.
 */
export async function requireRight(visit: Visit, action: Action, at: Setting): Promise<Person> {
	const person = requirePerson(visit);
	if (person.tenantId !== at.tenantId) throw pageProblem(404, { code: 'thing.not-found', kind: 'page' });
	const held = await standingsOf(visit.locals.app.db, person, at);
	if (isHiddenFrom(held, at)) notFound();
	if (may(held, action)) return person;
	if (held.has('outside') && at.sessionId !== undefined) turnOutside(visit, at.sessionId);
	throw pageProblem(403, await whyNot(visit.locals.app.db, held, action, at));
}

/** The page for something that is not there, for this person. */
export function notFound(): never {
	throw pageProblem(404, { code: 'thing.not-found', kind: 'page' });
}

function pageProblem(status: number, problem: Problem): never {
	error(status, { message: problem.code, problem });
}
