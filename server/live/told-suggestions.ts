import { isWaiting, pollsOf, type Stance } from '#domain/texts/suggestions.ts';
import type { SuggestionView } from '#protocol/suggestion-view.ts';
import type { Database } from '../db/database.ts';
import { listStances, listSuggestions } from '../db/repositories/suggestions.ts';

/** A suggestion as it is told to everybody, with what makes it one's own. */
export interface ToldSuggestion {
	readonly view: Omit<SuggestionView, 'mine' | 'myStance'>;
	/** Who made it. */
	readonly personId: string;
	readonly stances: readonly { readonly personId: string; readonly stance: Stance; readonly round: number }[];
}

/** A suggestion as this person reads it; '' is nobody. */
export const toldTo =
	(reader: string) =>
	({ view, personId, stances }: ToldSuggestion): SuggestionView => ({
		...view,
		mine: personId === reader,
		myStance: stances.find((each) => each.round === view.round && each.personId === reader)?.stance ?? null
	});

/** All suggestions for a text, the first first. What was taken back is not told. */
export async function readToldSuggestions(
	db: Database,
	{ tenantId, id: textId }: { tenantId: string; id: string }
): Promise<ToldSuggestion[]> {
	const [rows, taken] = await Promise.all([listSuggestions(db, tenantId, textId), listStances(db, tenantId, textId)]);
	const stancesOf = new Map<string, typeof taken>();
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
		const said = stancesOf.get(id) ?? [];
		const stances = said.map(({ stance: { personId, stance, round } }) => ({ personId, stance, round }));
		const polls = pollsOf(stances, round);
		const objections = said
			.filter(({ stance }) => stance.stance === 'object')
			.map(({ stance, name }) => ({ name, text: stance.objection, round: stance.round }))
			.sort((one, other) => other.round - one.round);
		const view = {
			...{ id, author, groupName, before, after, heading, reason, state, round, variant },
			basis: basis ? { author: basis.author, groupName: basis.suggestion.groupName } : null,
			at: createdAt.getTime(),
			decision: decided ? { by: decider, at: decidedAt.getTime(), reason: decisionReason } : null,
			...{ stances: polls[round - 1]!, earlier: polls.slice(0, -1), objections }
		};
		return { view, personId, stances };
	});
}
