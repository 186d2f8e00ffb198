import { ok } from '#domain/result.ts';
import { defineCommand } from './command.ts';
import { draftInput, writeDraft } from './minutes-drafts.ts';
import { placeOfSession } from './session-places.ts';

/** Saves what somebody adds to the minutes of a session, also while it runs. Nobody reads it before the release. */
export const saveMinutes = defineCommand({
	name: 'save-minutes',
	right: 'minutes.edit',
	input: draftInput,
	place: placeOfSession,
	async run(ctx, input) {
		const written = await writeDraft(ctx, input);
		if (!written.ok) return written;
		const { minutesId, rev } = written.value;
		return ok({ minutesId, rev });
	},
	audit: ({ number }, { minutesId, rev }) => ({ entity: 'minutes', entityId: minutesId, facts: { number, rev } })
});
