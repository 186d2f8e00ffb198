import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { noEdits, type MinutesEdits } from '#domain/minutes/minutes.ts';
import { minutesEdits } from '#domain/minutes/minutes-edits.ts';
import { parts } from '#domain/sessions/non-public.ts';
import { invariant, ok, refuse, type Result } from '#domain/result.ts';
import { listMinutes } from '../db/repositories/minutes.ts';
import { listNonPublicParts } from '../db/repositories/non-public-parts.ts';
import { holdSession } from '../db/repositories/sessions.ts';
import { minutes } from '../db/schema/minutes.ts';
import type { Context } from './context.ts';

const words = v.optional(v.string(), '');

/** What a change of minutes says: on which saving of which version it builds, and the words as they shall be. */
export const draftInput = v.object({
	sessionId: v.pipe(v.string(), v.uuid()),
	/** Which file: what was public, or what was not. */
	part: v.optional(v.picklist(parts), 'public'),
	/** Which version (Fassung) is meant: the one after the last that was released. */
	number: v.pipe(v.number(), v.integer(), v.minValue(1)),
	/** The saving on which these words build; 0 before the first. */
	rev: v.pipe(v.number(), v.integer(), v.minValue(0)),
	edits: v.object({ place: words, summary: words, remarks: words, openPoints: words })
});

/**
 * Writes the words into the draft, the first of them making it. Two people who write at the same time do not overwrite each other: the
 * second is told, and keeps her words.
 */
export async function writeDraft(
	ctx: Context,
	{ sessionId, part, number, rev, edits: typed }: v.InferOutput<typeof draftInput>
): Promise<Result<{ minutesId: string; rev: number; edits: MinutesEdits }>> {
	const { tx, tenantId, now, personId } = ctx;
	invariant(personId, 'only a person edits minutes');
	const edits = minutesEdits({ ...noEdits, ...typed });
	if (!edits.ok) return edits;
	await holdSession(tx, tenantId, sessionId);
	if (part === 'non-public' && (await listNonPublicParts(tx, tenantId, sessionId)).length === 0)
		return refuse({ code: 'thing.not-found', kind: 'minutes' });
	const [last] = await listMinutes(tx, tenantId, sessionId, part);
	const draft = last?.state === 'draft' ? last : null;
	const next = draft?.number ?? (last?.number ?? 0) + 1;
	if (number !== next || rev !== (draft?.rev ?? 0)) return refuse({ code: 'thing.changed-meanwhile', kind: 'minutes' });
	const saved = { rev: rev + 1, edits: edits.value, editedBy: personId, editedAt: now };
	const minutesId = draft?.id ?? ctx.newId();
	if (draft)
		await tx
			.update(minutes)
			.set(saved)
			.where(and(eq(minutes.tenantId, tenantId), eq(minutes.id, draft.id)));
	else
		await tx
			.insert(minutes)
			.values({ ...saved, tenantId, id: minutesId, sessionId, part, number, state: 'draft', createdAt: now });
	return ok({ minutesId, rev: rev + 1, edits: edits.value });
}
