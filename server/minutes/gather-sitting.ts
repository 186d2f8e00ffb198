import { pollsOf } from '#domain/texts/suggestions.ts';
import type { MinutedMotion, MinutedSuggestion, Sitting } from '#text/minutes/sitting.ts';
import type { Database, Transaction } from '../db/database.ts';
import { listAmendments } from '../db/repositories/amendments.ts';
import { listStances, listSuggestions, listTies } from '../db/repositories/suggestions.ts';
import { listVersions } from '../db/repositories/texts.ts';

type Reader = Database | Transaction;
type Text = { tenantId: string; id: string };

/**
 * What is on record about a text, for the minutes of a sitting on it: what everybody who reads the text can read beside it, and nothing of the
 * rooms of groups.
 */
export async function gatherSitting(
	db: Reader,
	text: Text
): Promise<Pick<Sitting, 'suggestions' | 'motions' | 'versions'>> {
	const [suggestions, versions] = [await gatherSuggestions(db, text), await listVersions(db, text.tenantId, text.id)];
	const motions: MinutedMotion[] = [];
	const kept = versions.toReversed();
	for (const { id, number } of kept) motions.push(...(await gatherMotions(db, text.tenantId, id, number)));
	return {
		suggestions,
		motions: motions.sort((one, other) => one.at.getTime() - other.at.getTime()),
		versions: kept.map(({ number, sha256, createdAt: at }) => ({ number, sha256, at }))
	};
}

async function gatherSuggestions(db: Reader, { tenantId, id: textId }: Text): Promise<MinutedSuggestion[]> {
	const rows = await listSuggestions(db, tenantId, textId);
	const taken = await listStances(db, tenantId, textId);
	const variantsSince = new Map(
		(await listTies(db, tenantId, textId)).flatMap(({ kind, suggestionIds, createdAt }) =>
			kind === 'variants' ? suggestionIds.map((id) => [id, createdAt] as const) : []
		)
	);
	const authors = new Map(
		rows.map(({ suggestion: { id, groupName: group, state }, author: name }) => [id, { name, group, state }])
	);
	return rows.map(({ suggestion }): MinutedSuggestion => {
		const { id, basedOn, before, after, heading, reason, state, variant, round, createdAt: at } = suggestion;
		const decidedAt = state === 'variant' ? (variantsSince.get(id) ?? at) : suggestion.decidedAt;
		const { name, group } = authors.get(id)!;
		const basis = authors.get(basedOn ?? '');
		const own = taken.filter(({ stance }) => stance.suggestionId === id);
		return {
			...{ id, before, after, heading, reason, state, variant, at, author: { name, group } },
			// What was taken back is told to nobody, nor whose it was.
			basis: basis && basis.state !== 'withdrawn' ? { name: basis.name, group: basis.group } : null,
			decision: state !== 'open' && decidedAt ? { at: decidedAt, reason: suggestion.decisionReason } : null,
			polls: pollsOf(
				own.map(({ stance }) => stance),
				round
			),
			objections: own
				.filter(({ stance }) => stance.stance === 'object')
				.map(({ stance, name }) => ({ name, text: stance.objection }))
		};
	});
}

async function gatherMotions(
	db: Reader,
	tenantId: string,
	versionId: string,
	version: string
): Promise<MinutedMotion[]> {
	const rows = await listAmendments(db, tenantId, versionId);
	return rows.flatMap(({ amendment, mover }): MinutedMotion[] => {
		const { number, groupName, before, after, firstLine: first, lastLine: last } = amendment;
		const { state, tally, decided, decidedAt: at } = amendment;
		if (at === null) return [];
		const author = { name: mover, group: groupName === '' ? null : groupName };
		return [{ number, version, lines: { first, last }, author, before, after, state, tally, decided, at }];
	});
}
