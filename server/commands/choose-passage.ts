import * as v from 'valibot';
import { invariant, ok, refuse } from '#domain/result.ts';
import { passageFates } from '#domain/texts/resubmission.ts';
import { passagesToDecide } from '#text/resubmission/passages.ts';
import { holdResubmission, listChoices } from '../db/repositories/resubmissions.ts';
import { passageChoices } from '../db/schema/resubmissions.ts';
import { defineCommand } from './command.ts';
import { placeOfResubmission } from './resubmission-places.ts';

/**
 * Says what becomes of one passage of a text that is presented again, and why. Whoever changes what somebody else has said meanwhile is told
 * so; nothing is overwritten unseen.
 */
export const choosePassage = defineCommand({
	name: 'choose-passage',
	right: 'text.resubmit',
	input: v.object({
		resubmissionId: v.pipe(v.string(), v.uuid()),
		passage: v.pipe(v.number(), v.integer(), v.minValue(0)),
		choice: v.nullable(v.picklist(passageFates)),
		reason: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(500)), ''),
		/** The state that was seen; 0 where nothing was chosen yet. */
		rev: v.pipe(v.number(), v.integer(), v.minValue(0))
	}),
	place: placeOfResubmission,
	async run({ tx, tenantId, personId: chosenBy, announce }, { resubmissionId, passage, choice, reason, rev: seen }) {
		invariant(chosenBy, 'only a person chooses');
		const held = await holdResubmission(tx, tenantId, resubmissionId);
		invariant(held, 'the place is a resubmission');
		if (held.newTextId !== null) return refuse({ code: 'resubmission.begun' });
		if (passage >= passagesToDecide(held.doc).length) return refuse({ code: 'thing.not-found', kind: 'passage' });
		const before = (await listChoices(tx, tenantId, resubmissionId)).find((one) => one.passage === passage);
		const stands = before?.rev ?? 0;
		if (before?.choice === choice && before.reason === reason) return ok({ rev: stands });
		if (stands !== seen) return refuse({ code: 'thing.changed-meanwhile', kind: 'passage' });
		const chosen = { choice, reason, rev: stands + 1, chosenBy };
		await tx
			.insert(passageChoices)
			.values({ tenantId, resubmissionId, passage, ...chosen })
			.onConflictDoUpdate({
				target: [passageChoices.tenantId, passageChoices.resubmissionId, passageChoices.passage],
				set: chosen
			});
		announce({ kind: 'text.changed', textId: held.textId });
		return ok({ rev: chosen.rev });
	},
	audit: ({ resubmissionId, passage, choice }, { rev }) => ({
		entity: 'resubmission',
		entityId: resubmissionId,
		facts: { passage, choice, rev }
	})
});
