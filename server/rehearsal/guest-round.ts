import { and, eq, isNull } from 'drizzle-orm';
import type { GenericSchema } from 'valibot';
import { methodNamed } from '#domain/consensus/methods.ts';
import { exampleCards } from '#domain/rehearsal/example-cards.ts';
import { nextDeed, type GuestView } from '#domain/rehearsal/pacing.ts';
import type { Result } from '#domain/result.ts';
import type { RoundView } from '#protocol/session-state.ts';
import type { Actor } from '../auth/actor.ts';
import { castBallot } from '../commands/cast-ballot.ts';
import type { Command } from '../commands/command.ts';
import { setReady } from '../commands/set-ready.ts';
import { submitCard } from '../commands/submit-card.ts';
import { findVoter, listRounds } from '../db/repositories/rounds.ts';
import { findSession, listParticipants, listSteps, type AgendaStepView } from '../db/repositories/sessions.ts';
import { cards } from '../db/schema/sessions.ts';
import { newSecret } from '../ids.ts';
import type { SimulatedGuest } from './enter-guests.ts';
import type { RehearsalDoors } from './rehearsals.ts';

/** Carries out a command for somebody. */
export type RunCommand = <Schema extends GenericSchema, Output>(
	command: Command<Schema, Output>,
	actor: Actor,
	input: unknown
) => Promise<Result<Output>>;

interface Round {
	sessionId: string;
	tenantId: string;
	guests: readonly SimulatedGuest[];
	language: 'de' | 'en';
	seen: Map<string, number>;
}

/**
 * Each guest looks at the session once and does at most one thing. What is refused, because somebody was muted or a round has just
 * closed, she leaves. False says that the rehearsal is over.
 */
export async function guestRound(doors: RehearsalDoors, round: Round): Promise<boolean> {
	const { db, clock } = doors;
	const { sessionId, tenantId, guests, seen } = round;
	const session = await findSession(db, tenantId, sessionId);
	if (!session || session.state === 'ended') return false;
	const steps = await listSteps(db, tenantId, sessionId);
	const step = steps.find(({ id }) => id === session.currentStepId);
	if (!step) return true;
	const people = new Map((await listParticipants(db, tenantId, sessionId)).map((one) => [one.id, one]));
	const open = (await listRounds(db, tenantId, sessionId)).findLast(({ state }) => state === 'open');
	const now = clock().getTime();
	if (open && !seen.has(open.id)) seen.set(open.id, now);
	const seconds = (since: number) => (now - since) / 1000;
	for (const guest of guests) {
		if (guest.isGone()) continue;
		const view: GuestView = {
			guest: guest.number,
			step: step.kind,
			seconds: seconds(session.stepStartedAt?.getTime() ?? now),
			sent: await countSent(doors, tenantId, step.id, guest),
			ready: people.get(guest.participantId)?.readyStepId === step.id,
			revealed: step.revealed,
			vote:
				open && (await waitsFor(doors, tenantId, open, guest)) ? { seconds: seconds(seen.get(open.id) ?? now) } : null
		};
		await doDeed(doors, round, guest, view, steps, open);
	}
	return true;
}

async function doDeed(
	{ execute }: RehearsalDoors,
	{ sessionId, language }: Round,
	{ actor, number }: SimulatedGuest,
	view: GuestView,
	steps: readonly AgendaStepView[],
	open: RoundView | undefined
): Promise<void> {
	switch (nextDeed(view)) {
		case 'write': {
			const sentences = exampleCards(
				steps.map(({ title }) => title),
				language
			);
			const text = sentences[(number + view.sent * 5) % sentences.length];
			return void (await execute(submitCard, actor, { sessionId, text }));
		}
		case 'ready':
			return void (await execute(setReady, actor, { sessionId, ready: true }));
		case 'vote': {
			const ballot = open && ballotFor(open);
			if (ballot) await execute(castBallot, actor, { roundId: open.id, ballot, token: newSecret() });
		}
	}
}

/** What a guest answers. */
function ballotFor({ method, params, options, eligible }: RoundView): unknown {
	const known = methodNamed(method);
	if (!known.ok || known.value.answers !== 'ballots') return null;
	const passive = options.find((option) => option.passive)?.id ?? null;
	return known.value.sample(params, { options: options.map(({ id }) => id), passive, eligible }, Math.random);
}

async function waitsFor(
	{ db }: RehearsalDoors,
	tenantId: string,
	{ id }: RoundView,
	{ participantId }: SimulatedGuest
): Promise<boolean> {
	const voter = await findVoter(db, tenantId, id, participantId);
	return voter !== null && !voter.recused && !voter.voted;
}

function countSent(
	{ db }: RehearsalDoors,
	tenantId: string,
	stepId: string,
	{ participantId }: SimulatedGuest
): Promise<number> {
	return db.$count(
		cards,
		and(
			eq(cards.tenantId, tenantId),
			eq(cards.stepId, stepId),
			eq(cards.participantId, participantId),
			isNull(cards.withdrawnAt)
		)
	);
}
