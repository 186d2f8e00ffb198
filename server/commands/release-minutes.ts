import { and, eq } from 'drizzle-orm';
import { invariant, ok, refuse } from '#domain/result.ts';
import { canonicalJson } from '#domain/texts/canonical-json.ts';
import { findSession } from '../db/repositories/sessions.ts';
import { minutes } from '../db/schema/minutes.ts';
import { sha256 } from '../ids.ts';
import { gatherMinutes } from '../minutes/gather-minutes.ts';
import { readBoardIn } from './boards.ts';
import { defineCommand } from './command.ts';
import { draftInput, writeDraft } from './minutes-drafts.ts';
import { placeOfSession } from './session-places.ts';

/**
 * Releases a version of the minutes: everything they say is stored with its fingerprint and never changes again. A correction is the
 * next version, and the one before stays readable.
 */
export const releaseMinutes = defineCommand({
	name: 'release-minutes',
	right: 'minutes.edit',
	input: draftInput,
	place: placeOfSession,
	async run(ctx, input) {
		const { tx, tenantId, now, personId } = ctx;
		const written = await writeDraft(ctx, input);
		if (!written.ok) return written;
		const session = await findSession(tx, tenantId, input.sessionId);
		invariant(session, 'the place is a session');
		if (session.rehearsalOf) return refuse({ code: 'rehearsal.does-not-count' });
		if (session.state !== 'ended') return refuse({ code: 'minutes.session-not-ended' });
		const { minutesId, edits } = written.value;
		const readBoard = async (boardId: string) => (await readBoardIn(ctx, boardId)).board;
		const content = { minutes: await gatherMinutes(tx, session, { part: input.part, now, readBoard }), edits };
		const fingerprint = sha256(canonicalJson(content));
		await tx
			.update(minutes)
			.set({ state: 'released', content, sha256: fingerprint, releasedBy: personId, releasedAt: now })
			.where(and(eq(minutes.tenantId, tenantId), eq(minutes.id, minutesId)));
		return ok({ minutesId, number: input.number, sha256: fingerprint });
	},
	audit: (_, { minutesId, number, sha256 }) => ({
		entity: 'minutes',
		entityId: minutesId,
		facts: { number, sha256 }
	})
});
