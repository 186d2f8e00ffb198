import * as v from 'valibot';
import { invariant, ok, refuse } from '#domain/result.ts';
import { maySubmitAgain } from '#domain/texts/resubmission.ts';
import { findOpenResubmission } from '../db/repositories/resubmissions.ts';
import { findSession } from '../db/repositories/sessions.ts';
import { isResolved } from '../db/repositories/text-resolutions.ts';
import { findText, findVersion } from '../db/repositories/texts.ts';
import { resubmissions } from '../db/schema/resubmissions.ts';
import { defineCommand } from './command.ts';
import { placeOfResubmitted } from './resubmission-places.ts';

/**
 * Presents a settled version of a text again, as in a new term: for each of its passages it can be said what becomes of it. The version stays
 * as it is. While one such Wiedervorlage is being filled in, asking again leads to it.
 */
export const resubmitText = defineCommand({
	name: 'resubmit-text',
	right: 'text.resubmit',
	input: v.object({ textId: v.pipe(v.string(), v.uuid()), number: v.pipe(v.string(), v.maxLength(20)) }),
	place: placeOfResubmitted,
	async run({ tx, tenantId, personId, now: createdAt, newId, announce }, { textId, number }) {
		invariant(personId, 'only a person presents a text again');
		const text = await findText(tx, textId);
		const version = text && (await findVersion(tx, tenantId, textId, number));
		if (!version) return refuse({ code: 'thing.not-found', kind: 'text-version' });
		if (text.sessionId && (await findSession(tx, tenantId, text.sessionId))?.rehearsalOf)
			return refuse({ code: 'rehearsal.does-not-count' });
		const resolved = await isResolved(tx, tenantId, version.id);
		if (!maySubmitAgain(text, resolved)) return refuse({ code: 'resubmission.not-settled' });
		const id = newId();
		await tx
			.insert(resubmissions)
			.values({ tenantId, id, textVersionId: version.id, createdBy: personId, createdAt })
			.onConflictDoNothing();
		announce({ kind: 'text.changed', textId });
		const open = await findOpenResubmission(tx, tenantId, version.id);
		invariant(open, 'there is one that is being filled in');
		return ok({ resubmissionId: open });
	},
	audit: ({ textId, number }, { resubmissionId }) => ({
		entity: 'text',
		entityId: textId,
		facts: { number, resubmissionId }
	})
});
