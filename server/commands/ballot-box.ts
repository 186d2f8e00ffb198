import { and, eq, sql } from 'drizzle-orm';
import type { Secrecy } from '#domain/consensus/round.ts';
import { invariant, ok, refuse, type Result } from '#domain/result.ts';
import type { Transaction } from '../db/database.ts';
import { ballots, roundVoters } from '../db/schema/consensus.ts';
import { participants } from '../db/schema/sessions.ts';
import { sha256 } from '../ids.ts';

/** Where an answer goes: into whose round, by whom, and with which secret of her browser. */
interface Slip {
	tenantId: string;
	roundId: string;
	participantId: string;
	payload: unknown;
	/** A secret that only the browser keeps; without it a secret answer cannot be changed. */
	token: string | null;
}

/**
 * Puts an answer into the box, or changes it. Open votes and those by group lie there under the participant. Secret ones lie there under
 * the fingerprint of a secret that only her browser has, and in the list of voters there is only that she has voted.
 */
export async function putIntoBox(tx: Transaction, secrecy: Secrecy, slip: Slip): Promise<Result<{ revision: number }>> {
	const { tenantId, roundId, participantId } = slip;
	const own = and(
		eq(roundVoters.tenantId, tenantId),
		eq(roundVoters.roundId, roundId),
		eq(roundVoters.participantId, participantId)
	);
	const [voter] = await tx.select({ voted: roundVoters.voted }).from(roundVoters).where(own).for('update');
	invariant(voter, 'whoever may vote is in the electorate');
	const put = secrecy === 'secret' ? await putSecretly(tx, slip, voter.voted) : ok(await putByName(tx, slip));
	if (put.ok && !voter.voted) await tx.update(roundVoters).set({ voted: true }).where(own);
	return put;
}

async function putByName(tx: Transaction, { tenantId, roundId, participantId, payload }: Slip) {
	const [cast] = await tx
		.insert(ballots)
		.values({ tenantId, roundId, voterKey: participantId, payload })
		.onConflictDoUpdate({
			target: [ballots.tenantId, ballots.roundId, ballots.voterKey],
			set: { payload, revision: sql`${ballots.revision} + 1` }
		})
		.returning({ revision: ballots.revision });
	invariant(cast, 'an upsert returns its row');
	return cast;
}

async function putSecretly(
	tx: Transaction,
	{ tenantId, roundId, payload, token }: Slip,
	voted: boolean
): Promise<Result<{ revision: number }>> {
	if (token === null) return refuse({ code: 'ballot.malformed' });
	const voterKey = sha256(`${roundId} ${token}`);
	if (!voted) {
		const [first] = await tx
			.insert(ballots)
			.values({ tenantId, roundId, voterKey, payload })
			.onConflictDoNothing()
			.returning({ revision: ballots.revision });
		// Two people with the same secret share a browser whose page was copied; the second one needs a secret of her own.
		return first ? ok(first) : refuse({ code: 'round.other-device' });
	}
	const [changed] = await tx
		.update(ballots)
		.set({ payload, revision: sql`${ballots.revision} + 1` })
		.where(and(eq(ballots.tenantId, tenantId), eq(ballots.roundId, roundId), eq(ballots.voterKey, voterKey)))
		.returning({ revision: ballots.revision });
	return changed ? ok(changed) : refuse({ code: 'round.other-device' });
}

/** All answers of a round with the group of whoever gave them; secret ones have none. */
export async function readBox(tx: Transaction, tenantId: string, roundId: string) {
	return tx
		.select({ group: participants.group, payload: ballots.payload })
		.from(ballots)
		.leftJoin(
			participants,
			and(eq(participants.tenantId, ballots.tenantId), eq(sql`${participants.id}::text`, ballots.voterKey))
		)
		.where(and(eq(ballots.tenantId, tenantId), eq(ballots.roundId, roundId)));
}

/** Takes all answers out of the box: nothing is left of the order and the moments in which they came. */
export async function emptyBox(tx: Transaction, tenantId: string, roundId: string): Promise<void> {
	await tx.delete(ballots).where(and(eq(ballots.tenantId, tenantId), eq(ballots.roundId, roundId)));
}
