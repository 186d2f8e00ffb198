import type { RequestHandler } from '@sveltejs/kit';
import * as v from 'valibot';
import { sessionCookie } from '#server/auth/sessions.ts';
import { findParticipant } from '#server/db/repositories/sessions.ts';
import { watchAs } from '#server/live/watching.ts';
import { eventStream, streamHeaders } from '#server/web/event-stream.ts';
import { notFound, requirePerson } from '#server/web/guard.ts';

const views = v.picklist(['lead', 'participant', 'projector', 'waiting', 'outside']);

/** One stream of states for an open screen: the whole state at once, then after every change. */
export const GET: RequestHandler = async ({ locals, params, url, cookies }) => {
	const { app } = locals;
	const cookie = cookies.get(sessionCookie);
	const { tenantId, personId } = requirePerson({ locals, url });
	const sessionId = params.id ?? '';
	const parsed = v.safeParse(v.object({ id: v.pipe(v.string(), v.uuid()), view: views }), {
		id: sessionId,
		view: url.searchParams.get('view')
	});
	if (!parsed.success) notFound();
	const { view } = parsed.output;
	const participant = await findParticipant(app.db, tenantId, sessionId, personId);
	if (!participant) notFound();
	// Her place has changed while her screen was asleep: it hears so, instead of knocking for ever.
	const allowed = await watchAs(app.db, { view, tenantId, personId }, sessionId);
	if (allowed !== 'allowed') return new Response(`event: ${allowed}\ndata: {}\n\n`, { headers: streamHeaders });

	return eventStream(({ write, end }) =>
		app.live.watch(sessionId, {
			view,
			personId,
			tenantId,
			participantId: participant.id,
			signedIn: async () => (await app.sessions.identify(cookie)).actor.kind === 'person',
			send: (state) => write(`data: ${state}\n\n`),
			end(why) {
				write(`event: ${why}\ndata: {}\n\n`);
				end();
			}
		})
	);
};
