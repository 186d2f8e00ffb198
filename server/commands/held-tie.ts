import { ok, refuse, type Result } from '#domain/result.ts';
import type { Contestant } from '#domain/texts/contest.ts';
import { pollsOf } from '#domain/texts/suggestions.ts';
import { formatDocumentName } from '#protocol/document-names.ts';
import { readBody } from '#text/read-body.ts';
import { rivalriesOf } from '#text/rewordings/contests.ts';
import { holdOpenSuggestions, listStances, type SuggestionRow } from '../db/repositories/suggestions.ts';
import { holdText } from '../db/repositories/texts.ts';
import type { Context } from './context.ts';

/** A tie as it stands in this transaction: until it ends, nobody takes a stance and nobody decides. */
export interface HeldTie {
	/** The first handed in first. */
	tied: SuggestionRow[];
	/** The other open suggestions for the passage. */
	others: SuggestionRow[];
	/** In which round they are tied. */
	round: number;
}

/** Holds an open text; one that is frozen is refused. */
export async function holdOpenText({ tx, tenantId }: Context, textId: string): Promise<Result<void>> {
	const text = await holdText(tx, tenantId, textId);
	if (!text) return refuse({ code: 'thing.not-found', kind: 'text' });
	const document = formatDocumentName({ kind: 'text', id: textId });
	return text.state === 'frozen' ? refuse({ code: 'document.frozen', document }) : ok();
}

/** Holds the tie between exactly these suggestions, by what the text says and how people stand at this moment. */
export async function holdTie(ctx: Context, textId: string, ids: readonly string[]): Promise<Result<HeldTie>> {
	const open = await holdOpenText(ctx, textId);
	if (!open.ok) return open;
	const { tx, tenantId } = ctx;
	const rows = await holdOpenSuggestions(tx, tenantId, textId);
	const taken = await listStances(tx, tenantId, textId);
	const live = await ctx.readDocument(formatDocumentName({ kind: 'text', id: textId }));
	const body = readBody(live);
	live.destroy();
	const named = new Set(ids);
	const rivalry = rivalriesOf(
		body,
		rows.map((row) => polled(row, taken))
	).find(({ tied }) => tied.length === named.size && tied.every(({ id }) => named.has(id)));
	if (!rivalry) return refuse({ code: 'suggestion.no-tie' });
	const rowsOf = (some: readonly Contestant[]) => rows.filter((row) => some.some(({ id }) => id === row.id));
	const others = rivalry.rivals.filter(({ id }) => !named.has(id));
	return ok({ tied: rowsOf(rivalry.tied), others: rowsOf(others), round: rivalry.round });
}

/** A suggestion with how people stand towards it in its round. */
function polled({ id, round, before, after }: SuggestionRow, taken: Awaited<ReturnType<typeof listStances>>) {
	const own = taken.map(({ stance }) => stance).filter(({ suggestionId }) => suggestionId === id);
	return { id, round, stances: pollsOf(own, round)[round - 1]!, before, after };
}
