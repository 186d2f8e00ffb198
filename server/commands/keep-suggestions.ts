import { dayIn } from '#domain/house-time.ts';
import { may } from '#domain/rights/rights.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { docToPlain, type Doc, type DocNode } from '#domain/texts/doc.ts';
import { takesSuggestions } from '#domain/texts/last-day.ts';
import { isWaiting, suggestionLimits } from '#domain/texts/suggestions.ts';
import { formatDocumentName } from '#protocol/document-names.ts';
import { readBody } from '#text/read-body.ts';
import { blocksAt, standingOf } from '#text/rewordings/apply.ts';
import { cleanRewording } from '#text/rewordings/clean.ts';
import type { Place as TextPlace } from '#text/rewordings/place.ts';
import type { Rewording } from '#text/rewordings/rewording.ts';
import { standingsOf } from '../auth/standings.ts';
import { countSuggestions } from '../db/repositories/suggestions.ts';
import { zoneOfTenant } from '../db/repositories/tenants.ts';
import type { LiveText } from '../db/repositories/texts.ts';
import { textSuggestions } from '../db/schema/suggestions.ts';
import type { Context } from './context.ts';
import { settingOfText } from './text-places.ts';

/** What stands beside suggestions that are handed in together. */
interface Beside {
	reason: string;
	groupName: string | null;
	/** The room of a group from which they come. */
	roomId: string | null;
	/** The suggestion that they were built on. */
	basedOn: string | null;
}

/**
 * Keeps other wordings for passages of a live text, each as a suggestion of its own, for somebody who may suggest there. Whoever calls holds
 * the text. Whatever the sender says about it is held against what it says: her wording is brought onto today's text where it fits, and kept
 * with the passage as she saw it where it does not.
 */
export async function keepSuggestions(
	ctx: Context,
	text: LiveText,
	rewordings: readonly Rewording[],
	beside: Beside
): Promise<Result<string[]>> {
	const { tx, tenantId, personId, now: createdAt } = ctx;
	const { id: textId, state } = text;
	const name = formatDocumentName({ kind: 'text', id: textId });
	if (state === 'frozen') return refuse({ code: 'document.frozen', document: name });
	const collecting = await isCollecting(ctx, text);
	if (!collecting.ok) return collecting;
	const clean = rewordings.map((each) => cleanRewording(each, ctx.newId));
	if (!clean.every((each) => each !== null)) return refuse({ code: 'suggestion.no-passage' });
	if (clean.some(({ before, after }) => isLong(before) || isLong(after)))
		return refuse({ code: 'suggestion.too-long' });
	const counts = await countSuggestions(tx, tenantId, textId);
	const waiting = [...counts].reduce((sum, [state, n]) => sum + (isWaiting(state) ? n : 0), 0);
	if (waiting + clean.length > suggestionLimits.waiting)
		return refuse({ code: 'suggestion.too-many', limit: suggestionLimits.waiting });
	const live = await ctx.readDocument(name);
	const body = readBody(live);
	live.destroy();
	const rows = clean
		.map((each) => onToday(body, each))
		.filter((each) => each !== null)
		.map((each) => ({ tenantId, id: ctx.newId(), textId, personId: personId!, createdAt, ...beside, ...each }));
	if (rows.length === 0) return refuse({ code: 'suggestion.says-nothing' });
	await tx.insert(textSuggestions).values(rows);
	ctx.announce({ kind: 'text.changed', textId });
	return ok(rows.map(({ id }) => id));
}

/** Whether the text takes suggestions from this person today, by the clock of the server and where the house is. */
async function isCollecting({ tx, tenantId, actor, now }: Context, text: LiveText): Promise<Result<void>> {
	if (text.collectsUntil === null) return ok();
	const today = dayIn(await zoneOfTenant(tx, tenantId), now);
	const writes = may(await standingsOf(tx, actor, settingOfText(text)), 'text.write');
	return takesSuggestions(text.collectsUntil, today, writes);
}

const isLong = (blocks: readonly DocNode[]): boolean => JSON.stringify(blocks).length > suggestionLimits.passage;

/** A rewording as it stands towards the text of this moment, or null where it would change nothing. */
export function onToday(body: Doc, rewording: Rewording) {
	const standing = standingOf(body, rewording);
	if (standing.kind === 'said') return null;
	const heading = standing.kind === 'gone' ? '' : headingAbove(body, standing.place);
	const { before, after } =
		standing.kind === 'fits' ? { before: blocksAt(body, standing.place), after: standing.after } : rewording;
	return { before: [...before], after: [...after], heading };
}

/** The words of the last heading above a place, or none. */
function headingAbove(body: Doc, { parent, from }: TextPlace): string {
	const above = (body.content ?? []).slice(0, parent[0] ?? from);
	const heading = above.findLast(({ type }) => type === 'heading');
	return heading ? docToPlain(heading).slice(0, 200) : '';
}
