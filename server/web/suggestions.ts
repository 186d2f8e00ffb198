import type { Day } from '#domain/day.ts';
import { dayIn, daysBetween } from '#domain/house-time.ts';
import type { LastDay, SuggestionsNow, SuggestionView, TextOnWall, TieView } from '#protocol/suggestion-view.ts';
import type { App } from '../app.ts';
import type { Database } from '../db/database.ts';
import { listTies } from '../db/repositories/suggestions.ts';
import { roundSoFar } from '../db/repositories/text-rounds.ts';
import { zoneOfTenant } from '../db/repositories/tenants.ts';
import { findDiscussed } from '../db/repositories/texts.ts';
import { readToldSuggestions, toldTo } from '../live/told-suggestions.ts';
import { readText } from './read-text.ts';

type Text = { tenantId: string; id: string };
type OpenText = Text & { state: 'open' | 'frozen'; collectsUntil: Day | null };

/**
 * What is suggested for a text at this moment, for somebody who may read it and knows how it was at the moment `known`; '' knows nothing. Who
 * ends rounds is told how this one stands.
 */
export async function readSuggestionsNow(
	app: App,
	text: OpenText,
	{ personId, endsRounds, known = '' }: { personId: string; endsRounds: boolean; known?: string }
): Promise<SuggestionsNow> {
	const [told, found, lastDay, settled] = await Promise.all([
		app.suggestions.tell(text, personId, known),
		findDiscussed(app.db, text.tenantId, text.id),
		readLastDay(app, text),
		listTies(app.db, text.tenantId, text.id)
	]);
	const ties = settled.map(({ id, kind, suggestionIds }): TieView => ({ id, kind, suggestionIds }));
	const round = endsRounds ? await roundSoFar(app.db, text.tenantId, text.id, await readText(app, text.id)) : null;
	const discussed = found && { paragraphId: found.paragraphId, mine: found.personId === personId };
	return { ...told, round, ties, discussed, lastDay };
}

/** Up to which day suggestions for an open text are taken, by the clock of the server and where the house is. */
export async function readLastDay({ db, clock }: App, text: OpenText): Promise<LastDay | null> {
	const { state, collectsUntil: until } = text;
	if (until === null || state === 'frozen') return null;
	return { until, left: daysBetween(dayIn(await zoneOfTenant(db, text.tenantId), clock()), until) };
}

/** The same for a projector: nothing that a person has said or done by her name. */
export async function readTextOnWall(db: Database, text: Text): Promise<TextOnWall> {
	const [suggestions, found] = await Promise.all([
		readSuggestions(db, text, ''),
		findDiscussed(db, text.tenantId, text.id)
	]);
	return { discussed: found?.paragraphId ?? null, suggestions: suggestions.map(withoutNames) };
}

const withoutNames = (suggestion: SuggestionView): SuggestionView => ({
	...suggestion,
	...{ author: null, reason: '', decision: null, objections: [], basis: null }
});

/** All suggestions for a text as somebody reads them, the first first. */
export const readSuggestions = async (db: Database, text: Text, reader: string): Promise<SuggestionView[]> =>
	(await readToldSuggestions(db, text)).map(toldTo(reader));
