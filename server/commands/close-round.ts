import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { methodNamed } from '#domain/consensus/methods.ts';
import { settingOf, type Round } from '#domain/consensus/round.ts';
import { closeRound as closeByRule, type StoredBallot } from '#domain/consensus/round-result.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { canonicalJson } from '#domain/texts/canonical-json.ts';
import { results, rounds } from '../db/schema/consensus.ts';
import { sha256 } from '../ids.ts';
import { emptyBox, readBox } from './ballot-box.ts';
import { defineCommand } from './command.ts';
import { holdRound } from './rounds.ts';
import { placeOfRound } from './session-places.ts';

/**
 * Closes a round and writes its result, once and for good. A correction is a new round. Where hands are counted the chair brings the
 * numbers; where votes are secret the answers are laid anew in an order that says nothing, and nothing else of them is kept.
 */
export const closeRound = defineCommand({
	name: 'close-round',
	right: 'session.lead',
	input: v.object({
		roundId: v.pipe(v.string(), v.uuid()),
		hands: v.optional(v.record(v.string(), v.unknown()))
	}),
	place: placeOfRound,
	async run(ctx, { roundId, hands }) {
		const { tx, tenantId, now: closedAt } = ctx;
		const { round, sessionId } = await holdRound(tx, tenantId, roundId, 'update');
		const counted = countedHands(round, hands);
		if (!counted.ok) return counted;
		const box = counted.value ?? (await readBox(tx, tenantId, roundId));
		const closed = closeByRule(round, box);
		if (!closed.ok) return closed;
		const { result } = closed.value;
		const secret = round.secrecy === 'secret';
		const papers = secret ? inSilentOrder(box.map(({ payload }) => payload)) : null;
		const hash = sha256(canonicalJson({ roundId, ...result }));
		await tx.insert(results).values({
			tenantId,
			roundId,
			tally: result.tally as Record<string, unknown>,
			outcome: result.outcome,
			contested: [...result.contested],
			byGroup: result.byGroup as Record<string, { cast: number; tally: Record<string, unknown> }> | null,
			eligible: result.eligible,
			cast: result.cast,
			recused: result.recused,
			quorate: result.quorate,
			papers,
			sha256: hash,
			closedAt
		});
		if (secret) await emptyBox(tx, tenantId, roundId);
		await tx
			.update(rounds)
			.set({ state: 'closed', closedAt })
			.where(and(eq(rounds.tenantId, tenantId), eq(rounds.id, roundId)));
		ctx.announce({ kind: 'session.changed', sessionId });
		return ok({ roundId, sha256: hash, cast: result.cast });
	},
	audit: (_, { roundId, sha256, cast }) => ({ entity: 'round', entityId: roundId, facts: { sha256, cast } })
});

/** What the chair has counted, if the method counts hands; null for methods with ballots. */
function countedHands(round: Round, hands: unknown): Result<StoredBallot[] | null> {
	const method = methodNamed(round.method);
	if (!method.ok) return method;
	if (method.value.answers !== 'count')
		return hands === undefined ? ok(null) : refuse({ code: 'round.not-counted-by-hand' });
	if (round.state !== 'open') return refuse({ code: 'round.not-open', state: round.state });
	const counts = method.value.checkBallot(round.params, settingOf(round), hands);
	return counts.ok ? ok([{ group: null, payload: counts.value }]) : counts;
}

/** Sorted by what they say: the order tells neither who nor when. */
function inSilentOrder(payloads: readonly unknown[]): unknown[] {
	const written = payloads.map((payload) => ({ payload, text: canonicalJson(payload) }));
	return written.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0)).map(({ payload }) => payload);
}
