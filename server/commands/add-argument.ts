import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { argumentKinds, checkArgument } from '#domain/consensus/argument.ts';
import { invariant, ok } from '#domain/result.ts';
import { findParticipant } from '../db/repositories/sessions.ts';
import { roundArguments } from '../db/schema/consensus.ts';
import { defineCommand } from './command.ts';
import { holdRound } from './rounds.ts';
import { placeOfRound } from './session-places.ts';

/** Keeps what speaks for or against an option. Nobody reads it before the close, and its author does not stand beside it. */
export const addArgument = defineCommand({
	name: 'add-argument',
	right: 'ballot.cast',
	input: v.object({
		roundId: v.pipe(v.string(), v.uuid()),
		optionId: v.pipe(v.string(), v.uuid()),
		kind: v.picklist(argumentKinds),
		text: v.pipe(v.string(), v.maxLength(4000))
	}),
	place: placeOfRound,
	async run(ctx, { roundId, optionId, kind, text }) {
		const { tx, tenantId, now: createdAt } = ctx;
		const { round, sessionId } = await holdRound(tx, tenantId, roundId, 'share');
		invariant(ctx.personId, 'the right needs a person');
		const voter = await findParticipant(tx, tenantId, sessionId, ctx.personId);
		invariant(voter, 'whoever may vote takes part');
		const count = await tx.$count(
			roundArguments,
			and(eq(roundArguments.tenantId, tenantId), eq(roundArguments.roundId, roundId))
		);
		const words = checkArgument(round, voter.id, { optionId, text, count, now: createdAt.getTime() });
		if (!words.ok) return words;
		const argument = { tenantId, id: ctx.newId(), roundId, optionId, kind, text: words.value, createdAt };
		await tx.insert(roundArguments).values(argument);
		return ok({ argumentId: argument.id });
	},
	audit: ({ roundId }, { argumentId }) => ({ entity: 'round', entityId: roundId, facts: { argumentId } })
});
