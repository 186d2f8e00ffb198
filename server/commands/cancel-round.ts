import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { cancelRound as cancelByRule } from '#domain/consensus/round.ts';
import { ok } from '#domain/result.ts';
import { normaliseLine } from '#domain/texts/normal-form.ts';
import { rounds } from '../db/schema/consensus.ts';
import { emptyBox } from './ballot-box.ts';
import { defineCommand } from './command.ts';
import { holdRound } from './rounds.ts';
import { placeOfRound } from './session-places.ts';

/** Gives up an open round with a reason. There is no result, and what people had answered is thrown away. */
export const cancelRound = defineCommand({
	name: 'cancel-round',
	right: 'session.lead',
	input: v.object({
		roundId: v.pipe(v.string(), v.uuid()),
		reason: v.pipe(v.string(), v.maxLength(300), v.transform(normaliseLine))
	}),
	place: placeOfRound,
	async run(ctx, { roundId, reason }) {
		const { tx, tenantId, now: closedAt } = ctx;
		const { round, sessionId } = await holdRound(tx, tenantId, roundId, 'update');
		const cancelled = cancelByRule(round, reason);
		if (!cancelled.ok) return cancelled;
		await emptyBox(tx, tenantId, roundId);
		await tx
			.update(rounds)
			.set({ state: 'cancelled', cancelReason: reason, closedAt })
			.where(and(eq(rounds.tenantId, tenantId), eq(rounds.id, roundId)));
		ctx.announce({ kind: 'session.changed', sessionId });
		return ok({ roundId });
	},
	audit: ({ reason }, { roundId }) => ({ entity: 'round', entityId: roundId, facts: { reason } })
});
