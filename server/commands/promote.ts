import * as v from 'valibot';
import { schemeNamed } from '#domain/goals/schemes.ts';
import { mayMoveCandidate } from '#domain/promotion/candidate.ts';
import { planPromotion } from '#domain/promotion/promote.ts';
import { invariant, ok, refuse } from '#domain/result.ts';
import { findSession } from '../db/repositories/sessions.ts';
import { agreementChain, findCandidate, holdAgreement, readAgreement } from '../db/repositories/agreements.ts';
import { holdVersion, listPlacements, usedNumbers } from '../db/repositories/goals.ts';
import { holdEndOfChain, promotionsOfAgreement } from '../db/repositories/promotions.ts';
import { sha256 } from '../ids.ts';
import { defineCommand } from './command.ts';
import { id, lockVersion, office, year } from './goal-input.ts';
import { placeOfAgreement } from './goal-places.ts';
import { writePromotion } from './write-promotion.ts';

const point = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(300));

/**
 * Takes an agreement over into a draft version of a goal system, in its exact words and with a record that can be checked.
 * Promoting the same agreement into the same version again leads to the goal that is already there.
 */
export const promote = defineCommand({
	name: 'promote',
	right: 'goal.promote',
	input: v.object({
		agreementId: id,
		versionId: id,
		levelKey: v.pipe(v.string(), v.maxLength(60)),
		parentItemId: v.optional(id),
		points: v.optional(v.pipe(v.array(point), v.maxLength(20)), []),
		leadOffice: office,
		horizonYear: v.optional(year),
		budgetYear: v.optional(year),
		lockVersion
	}),
	place: placeOfAgreement,
	async run(ctx, { agreementId, versionId, levelKey, parentItemId, lockVersion: seen, ...details }) {
		const { tx, tenantId, newId } = ctx;
		const prevHash = await holdEndOfChain(tx, tenantId);
		const version = await holdVersion(tx, tenantId, versionId);
		if (!version) return refuse({ code: 'thing.not-found', kind: 'goal-version' });
		const held = await holdAgreement(tx, tenantId, agreementId);
		invariant(held, 'the place is an agreement');
		if ((await findSession(tx, tenantId, held.sessionId))?.rehearsalOf)
			return refuse({ code: 'rehearsal.does-not-count' });
		const earlier = await promotionsOfAgreement(tx, tenantId, agreementId);
		const before = earlier.find((promotion) => promotion.versionId === versionId);
		if (before) {
			const { id: promotionId, itemId, revisionId, number } = before;
			return ok({ itemId, revisionId, number, promotionId, again: true });
		}
		const chain = await agreementChain(tx, tenantId, agreementId);
		const { agreement, round, origin } = await readAgreement(tx, tenantId, chain);
		const scheme = schemeNamed(version.scheme);
		if (!scheme.ok) return scheme;
		const numbers = await usedNumbers(tx, tenantId, version.goalSystemId);
		const plan = planPromotion(
			{
				agreementId,
				agreement,
				text: held.text,
				version,
				seenLockVersion: seen ?? version.lockVersion,
				scheme: scheme.value,
				items: await listPlacements(tx, tenantId, versionId),
				usedNumbers: numbers.filter((used) => used.levelKey === levelKey).map(({ number }) => number),
				earlier,
				wanted: { itemId: newId(), as: 'new', levelKey, parentItemId: parentItemId ?? null }
			},
			sha256
		);
		if (!plan.ok) return plan;
		const candidate = origin.candidateId ? await findCandidate(tx, tenantId, origin.candidateId) : null;
		const movable = candidate ? mayMoveCandidate(candidate.state, 'promoted') : ok();
		if (!movable.ok) return movable;
		const written = await writePromotion(ctx, plan.value, {
			agreement: held,
			decision: agreement,
			round,
			candidate,
			goalSystemId: version.goalSystemId,
			details,
			prevHash
		});
		ctx.announce({ kind: 'session.changed', sessionId: held.sessionId });
		return ok({ ...written, again: false });
	},
	audit: ({ agreementId, versionId }, { itemId, number, promotionId, again }) => ({
		entity: 'goal',
		entityId: itemId,
		facts: { agreementId, versionId, number, promotionId, again }
	})
});
