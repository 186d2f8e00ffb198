import { castBallot } from '#server/commands/cast-ballot.ts';
import { closeRound } from '#server/commands/close-round.ts';
import { createSession } from '#server/commands/create-session.ts';
import { moveStep } from '#server/commands/move-step.ts';
import { openRound } from '#server/commands/open-round.ts';
import { findSession, listSteps } from '#server/db/repositories/sessions.ts';
import type { Group } from '#domain/sessions/groups.ts';
import { joinSession } from '#server/commands/join-session.ts';
import type { House, TestActor } from './house.ts';
import { optionsOf } from './options.ts';

/** Somebody who takes part, with what only her browser knows. */
export interface Voter {
	actor: TestActor;
	participantId: string;
	token: string;
}

/** A session at the step in which people decide. */
export interface DecidingHall {
	sessionId: string;
	voters: Voter[];
	comes(group?: Group): Promise<Voter>;
	/** Opens a round over typed proposals, or however the input says. */
	opens(input: Record<string, unknown>): Promise<{ roundId: string; options: string[] }>;
	votes(voter: Voter, roundId: string, ballot: unknown, token?: string): ReturnType<House['run']>;
	closes(roundId: string, hands?: unknown): ReturnType<House['run']>;
}

/** Opens a session, lets people in and goes to the vote. */
export async function openDecidingHall(house: House, people: number, group: Group = 'politics'): Promise<DecidingHall> {
	const { done, run, facilitator, tenantId, processId, around } = house;
	const input = { processId, title: 'Transformationsausschuss', template: 'potential-workshop' };
	const { sessionId } = await done(createSession, facilitator, input);
	const { code } = (await findSession(around.db, tenantId, sessionId))!;
	let coming = 0;
	const comes = async (as: Group = group): Promise<Voter> => {
		const wanted = { code, name: `Gast ${++coming}`, group: as };
		const { person, participantId } = await done(joinSession, { kind: 'anonymous' }, wanted);
		const actor: TestActor = { kind: 'person', personId: person.personId, tenantId, role: 'guest' };
		return { actor, participantId, token: `secret-of-${participantId}` };
	};
	const voters: Voter[] = [];
	for (let at = 0; at < people; at++) voters.push(await comes());
	const weigh = (await listSteps(around.db, tenantId, sessionId)).find(({ kind }) => kind === 'weigh');
	await done(moveStep, facilitator, { sessionId, to: 'next' });
	await done(moveStep, facilitator, { sessionId, to: weigh?.id });
	return {
		sessionId,
		voters,
		comes,
		async opens(rules) {
			const asked = { sessionId, question: 'Wie weiter?', ...rules };
			const { roundId } = await done(openRound, facilitator, asked);
			return { roundId, options: (await optionsOf(around.db, tenantId, roundId)).map(({ id }) => id) };
		},
		votes: ({ actor, token: own }, roundId, ballot, token = own) =>
			run(castBallot, actor, { roundId, ballot, token }) as ReturnType<House['run']>,
		closes: (roundId, hands) => run(closeRound, facilitator, { roundId, hands }) as ReturnType<House['run']>
	};
}
