import * as v from 'valibot';
import { commentLimits } from '#domain/comments/comment.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { formatDocumentName } from '#protocol/document-names.ts';
import { anchorLimits, anchorOf, type AnchorWish, type TextAnchor } from '#text/anchors.ts';
import { readId } from '#text/schema.ts';
import { TextPlaces } from '#text/text-places.ts';
import { countAnswers, countOpenTextThreads, findThreadOfSuggestion } from '../db/repositories/comments.ts';
import { holdSuggestions } from '../db/repositories/suggestions.ts';
import { commentThreads } from '../db/schema/comments.ts';
import { ofText } from './checkpoint-places.ts';
import type { Context } from './context.ts';
import { said, say, settle, showThread, wordsToKeep } from './threads.ts';

const position = v.pipe(v.string(), v.maxLength(anchorLimits.position));

/** The words or the paragraph of a text that a thread is about. */
const onWords = v.object({
	...ofText,
	anchor: v.object({
		paragraphId: v.custom<string>((id) => readId(id) !== null, 'id'),
		between: v.nullable(v.object({ start: position, end: position }))
	}),
	...said
});

/** Something that is suggested for the text. */
const onSuggestion = v.object({ ...ofText, suggestionId: v.pipe(v.string(), v.uuid()), ...said });

/** What a thread about a text can be about. */
export const aboutText = [onWords, onSuggestion] as const;
type AboutText = v.InferOutput<(typeof aboutText)[number]>;

/** Begins a thread about a text. */
export async function startOnText(
	ctx: Context,
	input: AboutText
): Promise<Result<{ threadId: string; elementId: null }>> {
	const { tx, tenantId, now: createdAt } = ctx;
	const { textId } = input;
	const words = await wordsToKeep(ctx, input);
	if (!words.ok) return words;
	const there = 'suggestionId' in input ? await findThreadOfSuggestion(tx, tenantId, textId, input.suggestionId) : null;
	if (there) {
		if ((await countAnswers(tx, tenantId, there.id)) >= commentLimits.answers)
			return refuse({ code: 'comment.too-many', limit: commentLimits.answers });
		await say(ctx, there.id, words.value);
		await settle(ctx, there.id, false);
		return ok({ threadId: there.id, elementId: null });
	}
	if ((await countOpenTextThreads(tx, tenantId, textId)) >= commentLimits.threads)
		return refuse({ code: 'comment.too-many', limit: commentLimits.threads });
	const subject = 'suggestionId' in input ? await suggested(ctx, input) : await anchored(ctx, input);
	if (!subject.ok) return subject;
	const id = ctx.newId();
	await tx.insert(commentThreads).values({ tenantId, id, textId, ...subject.value, createdAt });
	await say(ctx, id, words.value);
	await showThread(ctx, id);
	return ok({ threadId: id, elementId: null });
}

/** The suggestion, which is one for this text. */
async function suggested(
	{ tx, tenantId }: Context,
	{ textId, suggestionId }: { textId: string; suggestionId: string }
): Promise<Result<{ suggestionId: string }>> {
	const [found] = await holdSuggestions(tx, tenantId, textId, [suggestionId]);
	return found ? ok({ suggestionId }) : refuse({ code: 'thing.not-found', kind: 'suggestion' });
}

/** The words as they stand in the text itself: nobody can have said something about words that were never there. */
async function anchored(
	ctx: Context,
	{ textId, anchor: wish }: { textId: string; anchor: AnchorWish }
): Promise<Result<{ anchor: TextAnchor }>> {
	const doc = await ctx.readDocument(formatDocumentName({ kind: 'text', id: textId }));
	const anchor = anchorOf(new TextPlaces(doc), wish);
	doc.destroy();
	return anchor ? ok({ anchor }) : refuse({ code: 'comment.place-missing' });
}
