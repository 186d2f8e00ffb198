import type { RequestHandler } from '@sveltejs/kit';
import { eventStream } from '#server/web/event-stream.ts';
import { findProcess } from '#server/db/repositories/processes.ts';
import { notFound, requireMember, requireRight } from '#server/web/guard.ts';

/** Tells an open screen of a process that something has changed; the screen then asks for what it shows. */
export const GET: RequestHandler = async (event) => {
	const { app } = event.locals;
	const { tenantId } = requireMember(event);
	const process = (await findProcess(app.db, tenantId, event.params.id ?? '')) ?? notFound();
	const actor = await requireRight(event, 'process.read', { tenantId, processId: process.id });
	return eventStream(async ({ write, end }) => {
		const tell = () => write('data: {}\n\n');
		const leave = app.processes.watch(process.id, { actor, tell, end });
		// What happened between the loading of the page and this moment was told to nobody.
		tell();
		return leave;
	});
};
