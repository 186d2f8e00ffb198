import { error, fail, redirect, type ActionFailure, type Cookies } from '@sveltejs/kit';
import type { Problem } from '#domain/problems.ts';
import type { Actor } from '../auth/actor.ts';
import { FailureLimit, neighbourhood } from '../auth/limits.ts';
import type { App } from '../app.ts';
import { joinSession } from '../commands/join-session.ts';
import { nameOf } from '../db/repositories/people.ts';
import {
	findParticipant,
	findSessionByCode,
	findSessionByToken,
	type LiveSession
} from '../db/repositories/sessions.ts';
import { act } from './act.ts';

/** How somebody comes to the door of a session: with the typed digits or with the link behind the QR code. */
export type Way = { code: string } | { token: string };

interface Visit {
	locals: { app: App; actor: Actor };
	url: URL;
	cookies: Cookies;
	request: Request;
	getClientAddress: () => string;
}

/** Wrong codes, per neighbourhood and in all. Right ones are never counted: a whole council joins through one address. */
const wrongCodes = new FailureLimit({ each: 20, all: 200, seconds: 300 });

/** What the door shows; whoever is in already goes straight on. */
export async function openDoor(visit: Visit, way: Way) {
	const { app, actor } = visit.locals;
	const session = await findSession(visit, way);
	const { id, title, question, state, entrance } = session;
	const person = actor.kind === 'person' && actor.tenantId === session.tenantId ? actor : null;
	if (person) {
		const inside = await findParticipant(app.db, session.tenantId, id, person.personId);
		if (inside?.removedAt)
			refuseAtDoor(403, { code: inside.waitingSince ? 'session.not-admitted' : 'session.removed' });
		if (inside) redirect(303, `/s/${id}/${inside.role === 'facilitator' ? 'lead' : 'take-part'}`);
	}
	const member = person && person.role !== 'guest' ? await nameOf(app.db, person.tenantId, person.personId) : null;
	const notPublic = session.nonPublicPartId !== null;
	return {
		title: notPublic ? '' : title,
		question: entrance === 'open' && !notPublic ? question : '',
		ended: state === 'ended',
		notPublic,
		entrance,
		member
	};
}

/** Lets somebody in; a stranger gets a cookie, so that the same device stays the same person. */
export async function enterDoor(visit: Visit, way: Way): Promise<ActionFailure<{ problem: Problem }>> {
	const { app } = visit.locals;
	const form = await visit.request.formData();
	const wait = 'code' in way ? await wrongCodes.wait(neighbourhood(visit.getClientAddress())) : 0;
	if (wait > 0) return fail(429, { problem: { code: 'login.too-many-tries', seconds: wait } });
	const joined = await act(visit.locals, joinSession, {
		...way,
		name: form.get('name') ?? '',
		group: form.get('group')
	});
	if (!joined.ok) {
		if (joined.failure.data.problem.code !== 'thing.not-found') return joined.failure;
		if ('code' in way) await wrongCodes.failed(neighbourhood(visit.getClientAddress()));
		return fail(404, { problem: { code: 'session.code-unknown' } });
	}
	const { person, sessionId } = joined.value;
	if (person.isNew) {
		const cookie = app.sessions.cookie(await app.sessions.start(person), visit.url.protocol === 'https:');
		visit.cookies.set(cookie.name, cookie.value, cookie.attributes);
	}
	redirect(303, `/s/${sessionId}/take-part`);
}

async function findSession(visit: Visit, way: Way): Promise<LiveSession> {
	const { db } = visit.locals.app;
	if ('token' in way)
		return (await findSessionByToken(db, way.token)) ?? refuseAtDoor(404, { code: 'session.code-unknown' });
	const from = neighbourhood(visit.getClientAddress());
	const seconds = await wrongCodes.wait(from);
	if (seconds > 0) refuseAtDoor(429, { code: 'login.too-many-tries', seconds });
	const session = await findSessionByCode(db, way.code);
	if (session) return session;
	await wrongCodes.failed(from);
	return refuseAtDoor(404, { code: 'session.code-unknown' });
}

function refuseAtDoor(status: number, problem: Problem): never {
	error(status, { message: problem.code, problem });
}
