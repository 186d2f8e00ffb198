import { and, asc, count, desc, eq, inArray } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Database, Transaction } from '../database.ts';
import { people } from '../schema/organisation.ts';
import { textStances, textSuggestions, textTies } from '../schema/suggestions.ts';

type Reader = Database | Transaction;

/** A suggestion as it is kept. */
export type SuggestionRow = typeof textSuggestions.$inferSelect;

/** What came of a tie, as it is kept. */
export type TieRow = typeof textTies.$inferSelect;

const author = alias(people, 'author');
const decider = alias(people, 'decider');

/** All suggestions for a text, the first first, with the names of who made and who decided them; erased people have none. */
export function listSuggestions(db: Reader, tenantId: string, textId: string) {
	return db
		.select({ suggestion: textSuggestions, author: author.name, decider: decider.name })
		.from(textSuggestions)
		.innerJoin(author, and(eq(author.tenantId, textSuggestions.tenantId), eq(author.id, textSuggestions.personId)))
		.leftJoin(decider, and(eq(decider.tenantId, textSuggestions.tenantId), eq(decider.id, textSuggestions.decidedBy)))
		.where(ofText(tenantId, textId))
		.orderBy(asc(textSuggestions.id));
}

/** How people stand towards the suggestions for a text, with their names. */
export function listStances(db: Reader, tenantId: string, textId: string) {
	return db
		.select({ stance: textStances, name: people.name })
		.from(textStances)
		.innerJoin(
			textSuggestions,
			and(eq(textSuggestions.tenantId, textStances.tenantId), eq(textSuggestions.id, textStances.suggestionId))
		)
		.innerJoin(people, and(eq(people.tenantId, textStances.tenantId), eq(people.id, textStances.personId)))
		.where(ofText(tenantId, textId))
		.orderBy(asc(textStances.personId));
}

/** Suggestions for a text by their ids, the first first, held until the transaction ends. */
export function holdSuggestions(
	tx: Transaction,
	tenantId: string,
	textId: string,
	ids: readonly string[]
): Promise<SuggestionRow[]> {
	return tx
		.select()
		.from(textSuggestions)
		.where(and(ofText(tenantId, textId), inArray(textSuggestions.id, [...ids])))
		.orderBy(asc(textSuggestions.id))
		.for('update');
}

/** All open suggestions for a text, the first first, held until the transaction ends: nobody takes a stance on them meanwhile. */
export function holdOpenSuggestions(tx: Transaction, tenantId: string, textId: string): Promise<SuggestionRow[]> {
	return tx
		.select()
		.from(textSuggestions)
		.where(and(ofText(tenantId, textId), eq(textSuggestions.state, 'open')))
		.orderBy(asc(textSuggestions.id))
		.for('update');
}

/** The variants of a text by their letters. */
export function listVariants(db: Reader, tenantId: string, textId: string): Promise<SuggestionRow[]> {
	return db
		.select()
		.from(textSuggestions)
		.where(and(ofText(tenantId, textId), eq(textSuggestions.state, 'variant')))
		.orderBy(asc(textSuggestions.variant));
}

/** What came of ties in a text and was not taken back, the last first. */
export function listTies(db: Reader, tenantId: string, textId: string): Promise<TieRow[]> {
	return db
		.select()
		.from(textTies)
		.where(and(eq(textTies.tenantId, tenantId), eq(textTies.textId, textId)))
		.orderBy(desc(textTies.id));
}

/** How many suggestions for a text are in each state. */
export async function countSuggestions(
	db: Reader,
	tenantId: string,
	textId: string
): Promise<ReadonlyMap<SuggestionRow['state'], number>> {
	const rows = await db
		.select({ state: textSuggestions.state, n: count() })
		.from(textSuggestions)
		.where(ofText(tenantId, textId))
		.groupBy(textSuggestions.state);
	return new Map(rows.map(({ state, n }) => [state, n]));
}

/** Empties what a person has given as reasons and objections; the wordings themselves stay, without a name. */
export async function forgetReasons(tx: Transaction, tenantId: string, personId: string): Promise<void> {
	await tx
		.update(textSuggestions)
		.set({ reason: '' })
		.where(and(eq(textSuggestions.tenantId, tenantId), eq(textSuggestions.personId, personId)));
	await tx.delete(textStances).where(and(eq(textStances.tenantId, tenantId), eq(textStances.personId, personId)));
}

const ofText = (tenantId: string, textId: string) =>
	and(eq(textSuggestions.tenantId, tenantId), eq(textSuggestions.textId, textId));
