import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Standing } from '#domain/rights/rights.ts';
import { openDecidingHall, type DecidingHall } from '../../tests/support/deciding.ts';
import type { House } from '../../tests/support/house.ts';
import { openLiveHouse } from '../../tests/support/live-house.ts';
import { erasePerson } from '../commands/erase-person.ts';
import type { OpenDatabase } from '../db/client.ts';
import { findSession } from '../db/repositories/sessions.ts';
import { rounds } from '../db/schema/consensus.ts';
import { readBoardNow } from '../live/board-content.ts';
import type { LiveSessions } from '../live/live-sessions.ts';
import { answersByName } from './answers-by-name.ts';
import { gatherMinutes } from './gather-minutes.ts';

let database: OpenDatabase;
let house: House;
let live: LiveSessions;
let hall: DecidingHall;
let close: () => Promise<void>;
beforeAll(async () => void ({ database, house, live, close } = await openLiveHouse()));
afterAll(() => close());
beforeEach(async () => void (hall = await openDecidingHall(house, 3)));

const said = ['yes', 'no', 'abstain'];
const readers = ['facilitator', 'participant', 'muted', 'observer', 'process-lead'] as const;

/** A vote in which everybody has answered, each something else. */
async function aVote(rules: Record<string, unknown>) {
	const { roundId } = await hall.opens({ proposals: ['Wir tagen digital.'], method: 'majority', ...rules });
	for (const [at, voter] of hall.voters.entries()) await hall.votes(voter, roundId, { vote: said[at] });
	return roundId;
}

const asked = (...held: Standing[]) =>
	answersByName(database.db, new Set(held), { tenantId: house.tenantId, sessionId: hall.sessionId });

async function minutesNow() {
	const session = await findSession(database.db, house.tenantId, hall.sessionId);
	const readBoard = (boardId: string) => readBoardNow(database.db, boardId);
	return gatherMinutes(database.db, session!, { part: 'public', now: house.around.clock(), readBoard });
}

/** Nobody gets an answer beside a person, whoever asks and whatever is asked for. */
async function expectNoNames() {
	for (const standing of readers) expect(await asked(standing)).toEqual({ byRound: {}, names: {} });
	expect((await minutesNow()).rounds.map(({ answers }) => answers)).toEqual([null]);
}

describe('an open vote', () => {
	test('tells after the close who answered what, by name, to whoever may read the minutes', async () => {
		const roundId = await aVote({ secrecy: 'open' });
		await hall.closes(roundId);
		const expected = hall.voters.map(({ actor }, at) => [actor.personId, 'politics', { vote: said[at] }]);
		for (const standing of readers) {
			const { byRound, names } = await asked(standing);
			expect(byRound[roundId]!.map(({ personId, group, ballot }) => [personId, group, ballot])).toEqual(expected);
			expect(Object.values(names).sort()).toEqual(['Gast 1', 'Gast 2', 'Gast 3']);
		}
		const { rounds } = await minutesNow();
		expect(rounds[0]!.answers).toHaveLength(3);
		expect(JSON.stringify(rounds)).not.toMatch(/\bGast\b/);
	});

	test('tells nobody anything of it before the close, nor when it is given up', async () => {
		const roundId = await aVote({ secrecy: 'open' });
		await expectNoNames();
		await database.db.update(rounds).set({ state: 'cancelled' }).where(eq(rounds.id, roundId));
		await expectNoNames();
	});

	test('tells nothing of it to a projector, to whoever waits, and in no stream of a screen', async () => {
		const roundId = await aVote({ secrecy: 'open' });
		await hall.closes(roundId);
		for (const standing of ['projector', 'waiting', 'member', 'anyone'] as const)
			expect(await asked(standing)).toEqual({ byRound: {}, names: {} });
		for (const view of ['lead', 'participant', 'projector'] as const) {
			const { rounds } = await live.stateFor(house.tenantId, hall.sessionId, view);
			expect(JSON.stringify(rounds)).not.toContain('"vote"');
			for (const { actor } of hall.voters) expect(JSON.stringify(rounds)).not.toContain(actor.personId);
		}
	});

	test('from before people were told so keeps their names to itself', async () => {
		const roundId = await aVote({ secrecy: 'open' });
		await database.db.update(rounds).set({ named: false }).where(eq(rounds.id, roundId));
		await hall.closes(roundId);
		await expectNoNames();
	});

	test('keeps the answer of an erased person, to whom no name belongs any more', async () => {
		const roundId = await aVote({ secrecy: 'open' });
		await hall.closes(roundId);
		const { personId } = hall.voters[1]!.actor;
		await house.done(erasePerson, { ...house.steering, role: 'admin' }, { personId });
		const { byRound, names } = await asked('facilitator');
		expect(byRound[roundId]).toHaveLength(3);
		expect(names[personId]).toBe(null);
	});
});

describe.each(['group', 'secret'] as const)('a vote that is %s', (secrecy) => {
	test('leads from no name to an answer, neither before nor after the close', async () => {
		const roundId = await aVote({ secrecy });
		await expectNoNames();
		await hall.closes(roundId);
		await expectNoNames();
	});

	test('does so even if its round is marked as one in which answers stand with names', async () => {
		const roundId = await aVote({ secrecy });
		await database.db.update(rounds).set({ named: true }).where(eq(rounds.id, roundId));
		await hall.closes(roundId);
		await expectNoNames();
	});
});
