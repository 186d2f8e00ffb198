import * as v from 'valibot';
import { openRound as openByRule } from '#domain/consensus/round.ts';
import { methods } from '#domain/consensus/methods.ts';
import { invariant, ok, refuse } from '#domain/result.ts';
import { holdSession, listParticipants, listSteps } from '../db/repositories/sessions.ts';
import { rounds, roundOptions, roundVoters } from '../db/schema/consensus.ts';
import { defineCommand } from './command.ts';
import { freezeCandidates } from './freeze-candidates.ts';
import { placeOfSession } from './session-places.ts';

/**
 * Opens a dot round over cards or clusters. Their words, the rules and the electorate (everybody who is there at this
 * moment) are fixed with it; whoever comes or comes back later asks to vote.
 */
export const openRound = defineCommand({
	name: 'open-round',
	right: 'session.lead',
	input: v.object({
		sessionId: v.pipe(v.string(), v.uuid()),
		question: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(300)),
		elementIds: v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.minLength(1), v.maxLength(100)),
		dots: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100))),
		maxPerOption: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100))),
		voteClass: v.optional(v.picklist(['mood', 'working-decision']), 'working-decision')
	}),
	place: placeOfSession,
	async run(ctx, { sessionId, question, elementIds, dots, maxPerOption, voteClass }) {
		const { tx, tenantId, now } = ctx;
		const session = await holdSession(tx, tenantId, sessionId);
		invariant(session, 'the place is a session');
		const step = (await listSteps(tx, tenantId, sessionId)).find(({ id }) => id === session.currentStepId);
		if (step?.kind !== 'weigh') return refuse({ code: 'session.step-forbids', step: step?.kind ?? 'arrive' });
		const frozen = await freezeCandidates(ctx, session, elementIds);
		if (!frozen.ok) return frozen;
		const options = frozen.value.map((candidate, position) => ({ ...candidate, id: ctx.newId(), position }));
		const proposed = methods.dots.defaultParams(options.length);
		const people = await listParticipants(tx, tenantId, sessionId);
		const electorate = people
			.filter(({ role, away }) => role === 'participant' && !away)
			.map(({ id }) => ({ id, recused: false }));
		const opened = openByRule(
			{
				state: 'prepared',
				method: 'dots',
				params: { dots: dots ?? proposed.dots, maxPerOption: maxPerOption ?? proposed.maxPerOption },
				voteClass,
				secrecy: 'group',
				roundNo: 1,
				optionIds: options.map(({ id }) => id),
				electorate: []
			},
			electorate
		);
		if (!opened.ok) return opened;
		const roundId = ctx.newId();
		await tx.insert(rounds).values({
			tenantId,
			id: roundId,
			sessionId,
			stepId: step.id,
			question,
			method: 'dots',
			methodVersion: methods.dots.version,
			params: opened.value.params as Record<string, unknown>,
			voteClass,
			secrecy: 'group',
			state: 'open',
			openedAt: now,
			createdAt: now
		});
		await tx.insert(roundOptions).values(options.map((option) => ({ tenantId, roundId, createdAt: now, ...option })));
		await tx
			.insert(roundVoters)
			.values(electorate.map(({ id, recused }) => ({ tenantId, roundId, participantId: id, recused })));
		ctx.announce({ kind: 'session.changed', sessionId });
		return ok({ roundId, options: options.length, electorate: electorate.length });
	},
	audit: (_, { roundId, options, electorate }) => ({
		entity: 'round',
		entityId: roundId,
		facts: { options, electorate }
	})
});
