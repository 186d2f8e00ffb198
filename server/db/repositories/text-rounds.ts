import { and, desc, eq, gt, inArray } from 'drizzle-orm';
import type { Doc } from '#domain/texts/doc.ts';
import { standingOf } from '#text/rewordings/apply.ts';
import { waysIn } from '#text/rewordings/place.ts';
import type { Database, Transaction } from '../database.ts';
import { textVersions } from '../schema/processes.ts';
import { textRounds, textSuggestions } from '../schema/suggestions.ts';
import { countSuggestions } from './suggestions.ts';

type Reader = Database | Transaction;

/** What became of the suggestions of a round. */
export interface RoundCounts {
	accepted: number;
	rejected: number;
	open: number;
	unanchored: number;
	/** Those that go along as variants, beside the open ones. */
	variants: number;
}

/** The rounds of a text that have ended, the newest first, each with the number of the version it led to. */
export function listRounds(db: Reader, tenantId: string, textId: string) {
	return db
		.select({ round: textRounds, number: textVersions.number })
		.from(textRounds)
		.innerJoin(
			textVersions,
			and(eq(textVersions.tenantId, textRounds.tenantId), eq(textVersions.id, textRounds.textVersionId))
		)
		.where(and(eq(textRounds.tenantId, tenantId), eq(textRounds.textId, textId)))
		.orderBy(desc(textRounds.id));
}

/** What has become of the suggestions since the last round ended, for a text that says `body`. */
export async function roundSoFar(db: Reader, tenantId: string, textId: string, body: Doc): Promise<RoundCounts> {
	const [last] = await listRounds(db, tenantId, textId);
	const ofText = and(eq(textSuggestions.tenantId, tenantId), eq(textSuggestions.textId, textId));
	const { before, after, state } = textSuggestions;
	const decided = await db
		.select({ state })
		.from(textSuggestions)
		.where(and(ofText, last && gt(textSuggestions.decidedAt, last.round.createdAt)));
	const waiting = await db
		.select({ before, after })
		.from(textSuggestions)
		.where(and(ofText, inArray(state, ['open', 'deferred'])));
	const counts = await countSuggestions(db, tenantId, textId);
	const ways = waysIn(body);
	const fits = waiting.filter((each) => ['fits', 'said'].includes(standingOf(body, each, ways).kind));
	return {
		accepted: decided.filter((row) => row.state === 'accepted').length,
		rejected: decided.filter((row) => row.state === 'rejected').length,
		open: waiting.length,
		unanchored: waiting.length - fits.length,
		variants: counts.get('variant') ?? 0
	};
}
