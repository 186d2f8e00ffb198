import type { RequestHandler } from '@sveltejs/kit';
import { settingOfText } from '#server/commands/text-places.ts';
import { findText } from '#server/db/repositories/texts.ts';
import { eventStream } from '#server/web/event-stream.ts';
import { notFound, requirePerson, requireRight } from '#server/web/guard.ts';

/** Tells an open screen of a text that something has been said about it; the screen then asks for what it shows. */
export const GET: RequestHandler = async (event) => {
	const { app } = event.locals;
	requirePerson(event);
	const text = (await findText(app.db, event.params.id ?? '')) ?? notFound();
	const actor = await requireRight(event, 'text.read', settingOfText(text));
	return eventStream(async ({ write, end }) => {
		const tell = () => write('data: {}\n\n');
		const leave = app.texts.watch(text.id, { actor, tell, end });
		// What happened between the loading of the page and this moment was told to nobody.
		tell();
		return leave;
	});
};
