import type { GenericSchema } from 'valibot';
import type { Group } from '#domain/sessions/groups.ts';
import type { Result } from '#domain/result.ts';
import type { Actor } from '#server/auth/actor.ts';
import { castBallot } from '#server/commands/cast-ballot.ts';
import { closeRound } from '#server/commands/close-round.ts';
import type { Command } from '#server/commands/command.ts';
import { createSession } from '#server/commands/create-session.ts';
import { execute, type Surroundings } from '#server/commands/execute.ts';
import { joinSession } from '#server/commands/join-session.ts';
import { moveStep } from '#server/commands/move-step.ts';
import { openRound } from '#server/commands/open-round.ts';
import { revealCards } from '#server/commands/reveal-cards.ts';
import { submitCard } from '#server/commands/submit-card.ts';
import type { Database } from '#server/db/database.ts';
import { findSession, listSteps } from '#server/db/repositories/sessions.ts';
import { people } from '#server/db/schema/organisation.ts';
import { processMembers } from '#server/db/schema/processes.ts';
import { importHelmstedt } from '#server/imports/helmstedt.ts';
import { newId } from '#server/ids.ts';
import { createSyncServer } from '#server/sync/sync-server.ts';
import { silent } from './sync.ts';
import { optionsOf } from './options.ts';

/** A signed-in person of a test. */
export type TestActor = Extract<Actor, { kind: 'person' }>;

/** Landkreis Helmstedt with a facilitator, a steering office and a goal system in draft, on a database of its own. */
export interface House {
	around: Surroundings;
	tenantId: string;
	processId: string;
	/** The draft "bis 2035" with three goals and six action spaces. */
	versionId: string;
	facilitator: TestActor;
	steering: TestActor;
	member: TestActor;
	/** Carries out a command for somebody. */
	run<Schema extends GenericSchema, Output>(
		command: Command<Schema, Output>,
		actor: Actor,
		input: unknown
	): Promise<Result<Output>>;
	/** The same, for steps of a test that must succeed. */
	done<Schema extends GenericSchema, Output>(
		command: Command<Schema, Output>,
		actor: Actor,
		input: unknown
	): Promise<Output>;
}

/** Furnishes an empty, migrated database. */
export async function furnish(db: Database): Promise<House> {
	let time = new Date('2026-03-02T09:00:00Z').getTime();
	const clock = () => new Date((time += 1000));
	const sync = createSyncServer({
		database: db,
		access: { identify: async () => null, grant: () => Promise.reject(new Error('Nobody knocks in this test.')) },
		origins: () => false,
		clock: { now: clock },
		log: silent
	});
	const around: Surroundings = { db, documents: sync, clock, published: () => undefined };
	const run: House['run'] = (command, actor, input) => execute(around, command, actor, input);
	const done: House['done'] = async (command, actor, input) => {
		const result = await run(command, actor, input);
		if (!result.ok) throw new Error(`${command.name}: ${JSON.stringify(result.problem)}`);
		return result.value;
	};
	const { tenantId, processId, versionId } = await db.transaction((tx) => importHelmstedt(tx, clock()));
	const somebody = async (role: TestActor['role']): Promise<TestActor> => {
		const personId = newId();
		await db.insert(people).values({ tenantId, id: personId, name: role, kind: 'account', createdAt: clock() });
		return { kind: 'person', personId, tenantId, role };
	};
	const facilitator = await somebody('member');
	await db.insert(processMembers).values({ tenantId, processId, personId: facilitator.personId, role: 'lead' });
	const [steering, member] = [await somebody('steering'), await somebody('member')];
	return { around, tenantId, processId, versionId, facilitator, steering, member, run, done };
}

/** A workshop that has come as far as a closed round over cards. */
export interface ClosedRound {
	sessionId: string;
	boardId: string;
	roundId: string;
	/** The cards' words by option, the first being the one with the most dots. */
	options: { id: string; label: string }[];
	elementIds: string[];
}

/** Holds a workshop: each guest writes a card and votes for the first one; then the round is closed. */
export async function holdWorkshop(
	house: House,
	ideas: readonly string[],
	{ voteClass = 'working-decision', close = true, group = 'politics' as Group } = {}
): Promise<ClosedRound> {
	const { done, facilitator, tenantId, processId, around } = house;
	const { sessionId, boardId } = await done(createSession, facilitator, {
		processId,
		title: 'Potentialworkshop Wirtschaft und Tourismus',
		template: 'potential-workshop'
	});
	const session = await findSession(around.db, tenantId, sessionId);
	const guests: TestActor[] = [];
	for (const [at] of ideas.entries()) {
		const wanted = { code: session?.code, name: `Gast ${at}`, group };
		const { person } = await done(joinSession, { kind: 'anonymous' }, wanted);
		guests.push({ kind: 'person', personId: person.personId, tenantId, role: 'guest' });
	}
	const steps = await listSteps(around.db, tenantId, sessionId);
	const stepOf = (kind: string) => steps.find((step) => step.kind === kind)?.id;
	await done(moveStep, facilitator, { sessionId, to: 'next' });
	await done(moveStep, facilitator, { sessionId, to: stepOf('collect') });
	const elementIds: string[] = [];
	for (const [at, text] of ideas.entries())
		elementIds.push((await done(submitCard, guests[at]!, { sessionId, text })).elementId);
	await done(revealCards, facilitator, { sessionId });
	await done(moveStep, facilitator, { sessionId, to: stepOf('weigh') });
	const question = 'Was bringt uns am meisten voran?';
	const params = { dots: 1, maxPerOption: 1 };
	const { roundId } = await done(openRound, facilitator, { sessionId, question, elementIds, params, voteClass });
	const options = await optionsOf(around.db, tenantId, roundId);
	for (const guest of guests) await done(castBallot, guest, { roundId, ballot: { [options[0]!.id]: 1 } });
	if (close) await done(closeRound, facilitator, { roundId });
	return { sessionId, boardId, roundId, options, elementIds };
}
