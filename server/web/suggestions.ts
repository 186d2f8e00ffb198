import type { Day } from '#domain/day.ts';
import { dayIn, daysBetween } from '#domain/house-time.ts';
import { isWaiting, pollsOf } from '#domain/texts/suggestions.ts';
import type { LastDay, SuggestionsNow, SuggestionView, TextOnWall, TieView } from '#protocol/suggestion-view.ts';
import type { App } from '../app.ts';
import type { Database } from '../db/database.ts';
import { listStances, listSuggestions, listTies } from '../db/repositories/suggestions.ts';
import { roundSoFar } from '../db/repositories/text-rounds.ts';
import { zoneOfTenant } from '../db/repositories/tenants.ts';
import { findDiscussed } from '../db/repositories/texts.ts';
import { readText } from './read-text.ts';

type Text = { tenantId: string; id: string };
type OpenText = Text & { state: 'open' | 'frozen'; collectsUntil: Day | null };
type Stances = Awaited<ReturnType<typeof listStances>>;

/** What is suggested for a text at this moment, for somebody who may read it; who ends rounds is told how this one stands. */
export async function readSuggestionsNow(
	app: App,
	text: OpenText,
	{ personId, endsRounds }: { personId: string; endsRounds: boolean }
): Promise<SuggestionsNow> {
	const [suggestions, found, lastDay, settled] = await Promise.all([
		readSuggestions(app.db, text, personId),
		findDiscussed(app.db, text.tenantId, text.id),
		readLastDay(app, text),
		listTies(app.db, text.tenantId, text.id)
	]);
	const ties = settled.map(({ id, kind, suggestionIds }): TieView => ({ id, kind, suggestionIds }));
	const round = endsRounds ? await roundSoFar(app.db, text.tenantId, text.id, await readText(app, text.id)) : null;
	const discussed = found && { paragraphId: found.paragraphId, mine: found.personId === personId };
	return { suggestions, round, ties, discussed, lastDay };
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

/** All suggestions for a text, the first first. What was taken back is not told. */
export async function readSuggestions(
	db: Database,
	{ tenantId, id: textId }: Text,
	reader: string
): Promise<SuggestionView[]> {
	const [rows, taken] = await Promise.all([listSuggestions(db, tenantId, textId), listStances(db, tenantId, textId)]);
	const stancesOf = new Map<string, Stances>();
	for (const each of taken) {
		const { suggestionId } = each.stance;
		stancesOf.set(suggestionId, [...(stancesOf.get(suggestionId) ?? []), each]);
	}
	const told = rows.filter(({ suggestion }) => suggestion.state !== 'withdrawn');
	const byId = new Map(told.map((row) => [row.suggestion.id, row]));
	return told.map(({ suggestion, author, decider }) => {
		const { id, createdAt, personId, groupName, before, after, heading, reason, state } = suggestion;
		const { decidedAt, decisionReason, round, variant } = suggestion;
		const basis = byId.get(suggestion.basedOn ?? '');
		const decided = decidedAt !== null && !isWaiting(state);
		return {
			...{ id, author, groupName, before, after, heading, reason, state, round, variant },
			basis: basis ? { author: basis.author, groupName: basis.suggestion.groupName } : null,
			at: createdAt.getTime(),
			mine: personId === reader,
			decision: decided ? { by: decider, at: decidedAt.getTime(), reason: decisionReason } : null,
			...summed(stancesOf.get(id) ?? [], round, reader)
		};
	});
}

function summed(
	taken: Stances,
	round: number,
	reader: string
): Pick<SuggestionView, 'stances' | 'earlier' | 'myStance' | 'objections'> {
	const said = taken.map(({ stance }) => stance);
	const polls = pollsOf(said, round);
	return {
		stances: polls[round - 1]!,
		earlier: polls.slice(0, -1),
		myStance: said.find((each) => each.round === round && each.personId === reader)?.stance ?? null,
		objections: taken
			.filter(({ stance }) => stance.stance === 'object')
			.map(({ stance, name }) => ({ name, text: stance.objection, round: stance.round }))
			.sort((one, other) => other.round - one.round)
	};
}
