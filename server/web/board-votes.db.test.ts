import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openOwnTestDatabase } from '../../tests/support/database.ts';
import { furnish, holdWorkshop, type House, type TestActor } from '../../tests/support/house.ts';
import { writeOn } from '../../tests/support/topics.ts';
import { closeRound } from '../commands/close-round.ts';
import { endSession } from '../commands/move-step.ts';
import { openRound } from '../commands/open-round.ts';
import { recordAgreement } from '../commands/record-agreement.ts';
import type { OpenDatabase } from '../db/client.ts';
import { agreements } from '../db/schema/consensus.ts';
import { processMembers } from '../db/schema/processes.ts';
import { readVotes } from './board-votes.ts';

let database: OpenDatabase;
let house: House;
beforeAll(async () => {
	database = await openOwnTestDatabase();
	house = await furnish(database.db);
});
afterAll(() => database.close());

type Workshop = Awaited<ReturnType<typeof holdWorkshop>>;
const votesFor = (actor: TestActor, { boardId }: Workshop) =>
	readVotes(database.db, actor, { id: boardId, processId: house.processId, nonPublic: false });
const votesOf = (workshop: Workshop) => votesFor(house.facilitator, workshop);
const wordsOf = async (workshop: Workshop) => (await votesOf(workshop)).map(({ words, agreed }) => ({ words, agreed }));

/** The group votes once more on the first card, with the words that it has by now. */
async function votesAgain({ sessionId, boardId, elementIds }: Workshop, words: string, close = true) {
	await writeOn(database.db, boardId, elementIds[0]!, words);
	const asked = { sessionId, question: 'Und so?', elementIds: [elementIds[0]], params: { dots: 1, maxPerOption: 1 } };
	const { roundId } = await house.done(openRound, house.facilitator, asked);
	if (close) await house.done(closeRound, house.facilitator, { roundId });
	return roundId;
}

describe('what was voted on of a board', () => {
	test('is told with its words, its question and its session, and nothing of who voted how', async () => {
		const workshop = await holdWorkshop(house, ['Radwege', 'Busse']);
		const [first] = await votesOf(workshop);
		expect(first).toEqual({
			elementId: workshop.elementIds[0],
			words: 'Radwege',
			question: 'Was bringt uns am meisten voran?',
			agreed: false,
			place: { rank: 1, of: 2, shared: false },
			sessionId: workshop.sessionId,
			sessionTitle: 'Potentialworkshop Wirtschaft und Tourismus',
			closedAt: expect.any(Number) as number,
			leads: true
		});
	});

	test('stays as it was when the card changes, and follows the next vote', async () => {
		const workshop = await holdWorkshop(house, ['Radwege']);
		await votesAgain(workshop, 'Radwege beleuchten', false);
		expect(await wordsOf(workshop)).toEqual([{ words: 'Radwege', agreed: false }]);
	});

	test('is nothing as long as the round is open, and the newest words once it is closed', async () => {
		const workshop = await holdWorkshop(house, ['Radwege'], { close: false });
		expect(await votesOf(workshop)).toEqual([]);
		await house.done(closeRound, house.facilitator, { roundId: workshop.roundId });
		await votesAgain(workshop, 'Radwege beleuchten');
		expect(await wordsOf(workshop)).toEqual([{ words: 'Radwege beleuchten', agreed: false }]);
	});

	test('an agreement holds until there is another, whatever is voted on meanwhile', async () => {
		const workshop = await holdWorkshop(house, ['Radwege']);
		const agree = (roundId: string, optionId: string) =>
			house.done(recordAgreement, house.facilitator, { roundId, optionId });
		const { agreementId } = await agree(workshop.roundId, workshop.options[0]!.id);
		await votesAgain(workshop, 'Radwege beleuchten');
		expect(await wordsOf(workshop)).toEqual([{ words: 'Radwege', agreed: true }]);
		await database.db.update(agreements).set({ state: 'withdrawn' }).where(eq(agreements.id, agreementId));
		expect(await wordsOf(workshop)).toEqual([{ words: 'Radwege beleuchten', agreed: false }]);
	});

	test('only whoever may read the session learns of it, and only who leads it can have it voted on anew', async () => {
		const workshop = await holdWorkshop(house, ['Radwege']);
		const { tenantId, processId, member, steering } = house;
		await database.db
			.insert(processMembers)
			.values({ tenantId, processId, personId: member.personId, role: 'member' })
			.onConflictDoNothing();
		expect(await votesFor(member, workshop)).toEqual([]);
		expect((await votesFor(steering, workshop)).map(({ leads }) => leads)).toEqual([false]);
		await house.done(endSession, house.facilitator, { sessionId: workshop.sessionId });
		expect((await votesOf(workshop)).map(({ leads }) => leads)).toEqual([false]);
	});
});
