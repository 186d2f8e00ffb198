import * as v from 'valibot';
import { methodNamed } from '#domain/consensus/methods.ts';
import { longestRound, openRound as openByRule, secrecies } from '#domain/consensus/round.ts';
import { invariant, ok, refuse } from '#domain/result.ts';
import { normaliseLine } from '#domain/texts/normal-form.ts';
import { listInsiders } from '../auth/insiders.ts';
import { holdSession, listParticipants, listSteps } from '../db/repositories/sessions.ts';
import { rounds, roundOptions, roundVoters } from '../db/schema/consensus.ts';
import { defineCommand } from './command.ts';
import { freezeCandidates } from './freeze-candidates.ts';
import { freezeMeasures } from './freeze-measures.ts';
import { followedRound } from './followed-round.ts';
import { freezeTyped } from './freeze-typed.ts';
import { placeOfSession } from './session-places.ts';

const uuid = v.pipe(v.string(), v.uuid());

/** What leaving everything as it is is called where the facilitator has not named it. */
const usualPassive = 'Es bleibt, wie es ist';

/**
 * Opens a round over cards or clusters by one method. Their words, the rules and the electorate (everybody who is there at this
 * moment, and not outside) are fixed with it; whoever comes or comes back later asks to vote. A round that follows another one counts on from it.
 */
export const openRound = defineCommand({
	name: 'open-round',
	right: 'session.lead',
	input: v.object({
		sessionId: uuid,
		question: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(300)),
		/** Cards and topics of the board. */
		elementIds: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.maxLength(100)), []),
		/** Measures of the joint budget on which the people of the session work. */
		measureIds: v.optional(v.pipe(v.array(uuid), v.maxLength(100)), []),
		/** Proposals that lie on no board, in the facilitator's words. */
		proposals: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(2000))), v.maxLength(30)), []),
		method: v.optional(v.pipe(v.string(), v.maxLength(40)), 'dots'),
		/** The rules of the method; what it usually proposes where none are given. */
		params: v.optional(v.record(v.string(), v.unknown())),
		/** What leaving everything as it is is called, for methods that put it beside the options. */
		passiveLabel: v.optional(
			v.pipe(v.string(), v.transform(normaliseLine), v.minLength(1), v.maxLength(200)),
			usualPassive
		),
		voteClass: v.optional(v.picklist(['mood', 'working-decision']), 'working-decision'),
		secrecy: v.optional(v.picklist(secrecies), 'group'),
		quorum: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))), null),
		/** How long answers are taken, in minutes; null: until it is closed. */
		minutes: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(longestRound))), null),
		previousRoundId: v.optional(v.nullable(uuid), null)
	}),
	place: placeOfSession,
	async run(
		ctx,
		{ sessionId, question, elementIds, measureIds, proposals, passiveLabel, minutes, previousRoundId, ...rules }
	) {
		const { tx, tenantId, now } = ctx;
		const session = await holdSession(tx, tenantId, sessionId);
		invariant(session, 'the place is a session');
		const step = (await listSteps(tx, tenantId, sessionId)).find(({ id }) => id === session.currentStepId);
		if (step?.kind !== 'weigh') return refuse({ code: 'session.step-forbids', step: step?.kind ?? 'arrive' });
		const method = methodNamed(rules.method);
		if (!method.ok) return method;
		const followed = await followedRound(tx, tenantId, sessionId, previousRoundId);
		if (!followed.ok) return followed;
		const frozen = await freezeCandidates(ctx, session, elementIds);
		if (!frozen.ok) return frozen;
		const measures = await freezeMeasures(ctx, sessionId, measureIds);
		if (!measures.ok) return measures;
		const typed = await freezeTyped(ctx, proposals);
		if (!typed.ok) return typed;
		const passive = await freezeTyped(ctx, method.value.passive ? [passiveLabel] : []);
		if (!passive.ok) return passive;
		const proposed = [...frozen.value, ...measures.value, ...typed.value];
		const options = [
			...proposed.map((one) => ({ ...one, passive: false })),
			...passive.value.map((one) => ({ ...one, passive: true }))
		].map((one, position) => ({ ...one, id: ctx.newId(), position }));
		const inside = session.nonPublicPartId === null ? null : await listInsiders(tx, tenantId, sessionId);
		const electorate = (await listParticipants(tx, tenantId, sessionId))
			.filter(({ id, role, away }) => role === 'participant' && !away && (inside?.has(id) ?? true))
			.map(({ id }) => ({ id, recused: false }));
		const endsAt = minutes === null ? null : new Date(now.getTime() + minutes * 60_000);
		const { roundNo } = followed.value;
		const opened = openByRule(
			{
				...rules,
				state: 'prepared',
				params: rules.params ?? method.value.defaultParams(proposed.length),
				roundNo,
				optionIds: options.map(({ id }) => id),
				passiveId: options.find((option) => option.passive)?.id ?? null,
				endsAt: endsAt?.getTime() ?? null,
				electorate: []
			},
			electorate
		);
		if (!opened.ok) return opened;
		const roundId = ctx.newId();
		await tx.insert(rounds).values({
			...rules,
			tenantId,
			id: roundId,
			sessionId,
			stepId: step.id,
			nonPublicPartId: session.nonPublicPartId,
			question,
			methodVersion: method.value.version,
			named: rules.secrecy === 'open' && method.value.answers === 'ballots',
			params: opened.value.params as Record<string, unknown>,
			state: 'open',
			roundNo,
			previousRoundId,
			endsAt,
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
	audit: ({ method, secrecy }, { roundId, options, electorate }) => ({
		entity: 'round',
		entityId: roundId,
		facts: { method, secrecy, options, electorate }
	})
});
