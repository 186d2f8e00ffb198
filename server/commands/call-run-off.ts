import { and, eq, inArray } from 'drizzle-orm';
import * as v from 'valibot';
import { invariant, ok } from '#domain/result.ts';
import { textSuggestions, textTies } from '../db/schema/suggestions.ts';
import { defineCommand } from './command.ts';
import { holdTie } from './held-tie.ts';
import { tiedInput } from './suggestion-input.ts';
import { placeOfText } from './text-places.ts';

/**
 * Takes the poll anew for suggestions that are tied, and puts the others for their passage off. What people have said so far stays beside it
 * as an earlier round.
 */
export const callRunOff = defineCommand({
	name: 'call-run-off',
	right: 'text.decide',
	input: v.object(tiedInput),
	place: placeOfText,
	async run(ctx, { textId, suggestionIds }) {
		const { tx, tenantId, personId, now } = ctx;
		invariant(personId, 'whoever decides is somebody');
		const held = await holdTie(ctx, textId, suggestionIds);
		if (!held.ok) return held;
		const [tied, others] = [held.value.tied, held.value.others].map((rows) => rows.map(({ id }) => id));
		const round = held.value.round + 1;
		const those = (ids: string[]) => and(eq(textSuggestions.tenantId, tenantId), inArray(textSuggestions.id, ids));
		await tx.update(textSuggestions).set({ round }).where(those(tied!));
		if (others!.length > 0)
			await tx
				.update(textSuggestions)
				.set({ state: 'deferred', decidedBy: personId, decidedAt: now })
				.where(those(others!));
		const tieId = ctx.newId();
		await tx.insert(textTies).values({
			...{ tenantId, id: tieId, textId, kind: 'run-off', round, suggestionIds: tied!, deferredIds: others! },
			...{ settledBy: personId, createdAt: now }
		});
		ctx.announce({ kind: 'text.changed', textId });
		return ok({ tieId, round, tied: tied!.length, deferred: others!.length });
	},
	audit: ({ textId }, facts) => ({ entity: 'text', entityId: textId, facts })
});
