import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOwnTestDatabase } from '../../tests/support/database.ts';
import { furnish, holdWorkshop, type ClosedRound, type House } from '../../tests/support/house.ts';
import { memberComes } from '../../tests/support/closed-session.ts';
import { openDecidingHall } from '../../tests/support/deciding.ts';
import { castBallot } from './cast-ballot.ts';
import { closeToPublic } from './close-to-public.ts';
import { promote } from './promote.ts';
import { recordAgreement } from './record-agreement.ts';
import type { OpenDatabase } from '../db/client.ts';
import { provenanceOf, wayOfAgreement } from '../db/repositories/provenance.ts';
import { whatBecameOf } from '../db/repositories/what-became.ts';

let database: OpenDatabase;
let house: House;
let workshop: ClosedRound;
let agreementId: string;
let itemId: string;
const ideas = ['Ein Bahnhof für alle', 'Mehr Busse', 'Mehr Bänke'];

beforeAll(async () => {
	database = await openOwnTestDatabase();
	house = await furnish(database.db);
	workshop = await holdWorkshop(house, ideas);
	const option = { roundId: workshop.roundId, optionId: workshop.options[0]!.id };
	({ agreementId } = await house.done(recordAgreement, house.facilitator, option));
	const { versionId } = house;
	const wanted = { agreementId, versionId, levelKey: 'strategisches-ziel', leadOffice: 'Referat A' };
	({ itemId } = await house.done(promote, house.steering, wanted));
});
afterAll(() => database.close());

test('the way leads from the goal back to the first card, each hop dated and none before the next', async () => {
	const { paths } = await provenanceOf(database.db, house.tenantId, itemId);
	expect(paths).toHaveLength(1);
	const [path] = paths;
	expect(path?.map(({ kind }) => kind)).toEqual([
		'goal',
		'promotion',
		'agreement',
		'round',
		'candidate',
		'cards',
		'session'
	]);
	const moments = path!.map(({ at }) => at);
	expect([...moments].sort((a, b) => b - a)).toEqual(moments);
	const hop = path!.find(({ kind }) => kind === 'cards');
	expect(hop).toMatchObject({ cards: [{ elementId: workshop.elementIds[0], text: ideas[0] }] });
});

test('the vote stands there with what did not win', async () => {
	const { paths } = await provenanceOf(database.db, house.tenantId, itemId);
	const round = paths[0]!.find((hop) => hop.kind === 'round');
	expect(round).toMatchObject({ eligible: 3, cast: 3, recused: 0 });
	expect(round?.options).toEqual([
		{ label: ideas[0], rank: 1, total: 3, voters: 3, chosen: true },
		{ label: ideas[1], rank: 2, total: 0, voters: 0, chosen: false },
		{ label: ideas[2], rank: 2, total: 0, voters: 0, chosen: false }
	]);
});

test('of a way through a non-public part the house sees only in which session that was', async () => {
	const hall = await openDecidingHall(house, 0);
	const { sessionId } = hall;
	const { guest: actor } = await memberComes(house, sessionId);
	await house.done(closeToPublic, house.facilitator, { sessionId });
	const round = await hall.opens({ proposals: ['Vertraulich verkaufen', 'Behalten'], secrecy: 'open' });
	await house.done(castBallot, actor, { roundId: round.roundId, ballot: { [round.options[0]!]: 1 } });
	await hall.closes(round.roundId);
	const option = { roundId: round.roundId, optionId: round.options[0]! };
	const { agreementId } = await house.done(recordAgreement, house.facilitator, option);
	const { versionId } = house;
	const wanted = { agreementId, versionId, levelKey: 'strategisches-ziel', leadOffice: 'Referat A' };
	const { itemId } = await house.done(promote, house.steering, wanted);
	const { paths } = await provenanceOf(database.db, house.tenantId, itemId);
	expect(paths[0]!.map(({ kind }) => kind)).toEqual(['goal', 'promotion', 'session']);
	expect(JSON.stringify(paths[0]!.slice(1))).not.toContain('verkaufen');
});

test('nothing on the way names a person', async () => {
	const { paths } = await provenanceOf(database.db, house.tenantId, itemId);
	expect(JSON.stringify(paths)).not.toMatch(/\bGast\b/);
});

test('an agreement shows its way before it is a goal', async () => {
	const way = await wayOfAgreement(database.db, house.tenantId, agreementId);
	expect(way.map(({ kind }) => kind)).toEqual(['agreement', 'round', 'candidate', 'cards', 'session']);
});

test('from a card, an agreement and a session people see what became of it', async () => {
	const goal = { itemId, text: ideas[0], versionLabel: 'bis 2035', versionState: 'draft' };
	const { sessionId, elementIds } = workshop;
	for (const beginning of [{ sessionId }, { agreementId }, { elementId: elementIds[0]! }])
		expect(await whatBecameOf(database.db, house.tenantId, beginning)).toMatchObject([
			{ agreementId, state: 'promoted', goals: [goal], papers: [] }
		]);
	expect(await whatBecameOf(database.db, house.tenantId, { elementId: elementIds[1]! })).toEqual([]);
});

test('another organisation sees nothing of it', async () => {
	const stranger = crypto.randomUUID();
	expect(await provenanceOf(database.db, stranger, itemId)).toEqual({ paths: [] });
	expect(await whatBecameOf(database.db, stranger, { agreementId })).toEqual([]);
});
