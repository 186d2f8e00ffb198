import { json, type RequestHandler } from '@sveltejs/kit';
import { may } from '#domain/rights/rights.ts';
import { standingsOf } from '#server/auth/standings.ts';
import { settingOfText } from '#server/commands/text-places.ts';
import { findText } from '#server/db/repositories/texts.ts';
import { notFound, requirePerson, requireRight } from '#server/web/guard.ts';
import { readSuggestionsNow } from '#server/web/suggestions.ts';

/** What is suggested for a text at this moment; `?since=` names one that is known, and only what changed is told. */
export const GET: RequestHandler = async (event) => {
	const { app } = event.locals;
	requirePerson(event);
	const text = (await findText(app.db, event.params.id ?? '')) ?? notFound();
	const setting = settingOfText(text);
	const person = await requireRight(event, 'text.read', setting);
	const endsRounds = may(await standingsOf(app.db, person, setting), 'text.freeze');
	const known = event.url.searchParams.get('since') ?? '';
	return json(await readSuggestionsNow(app, text, { personId: person.personId, endsRounds, known }), {
		headers: { 'cache-control': 'no-store' }
	});
};
