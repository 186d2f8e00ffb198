import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groups } from '../sessions/groups.ts';
import { buildMinutes } from './build-minutes.ts';
import type { Minutes } from './minutes.ts';
import type { MinutesSource, SourcePerson, SourceRound } from './minutes-source.ts';

const at = (minute: number) => Date.UTC(2026, 2, 2, 9, minute);
const person = (n: number, group: SourcePerson['group'] = 'politics'): SourcePerson => ({
	participantId: `p${n}`,
	personId: `person${n}`,
	role: 'participant',
	group,
	stays: [{ from: at(0), until: null }]
});
const step = (id: string, kind: 'collect' | 'weigh' = 'collect') => ({
	id,
	kind,
	title: `Schritt ${id}`,
	prompt: '',
	minutes: 12
});
const empty: MinutesSource = {
	session: { id: 's', title: 'Fachgruppe', question: '', state: 'running', endedAt: null },
	process: 'Kreisentwicklung',
	group: null,
	part: 'public',
	nonPublicParts: [],
	people: [],
	steps: [],
	visits: [],
	cards: [],
	board: { cards: [], clusters: [] },
	rounds: [],
	agreements: [],
	now: at(60)
};
const cardsIn = ({ steps, boardCards }: Minutes) => [
	...steps.flatMap(({ piles }) => piles.flatMap(({ cards }) => cards)),
	...boardCards
];
const card = (elementId: string, n = 0, more = {}) => ({
	elementId,
	stepId: 'c',
	participantId: `p${n}`,
	text: `Idee ${elementId}`,
	late: false,
	shown: true,
	...more
});
const round = (more: Partial<SourceRound>): SourceRound => ({
	id: 'r',
	stepId: 'w',
	question: 'Was bringt uns voran?',
	method: 'dots',
	params: { dots: 1, maxPerOption: 1 },
	voteClass: 'mood',
	secrecy: 'group',
	named: false,
	state: 'closed',
	roundNo: 1,
	previousRoundId: null,
	quorum: null,
	cancelReason: null,
	arguments: [],
	options: [],
	late: { admitted: 0, declined: 0 },
	result: null,
	electorate: [],
	voted: [],
	answers: [],
	cast: more.voted?.length ?? 0,
	...more
});

describe('the minutes of a session', () => {
	test('name every card exactly once, and count the hidden ones without a word', () => {
		const ids = fc.uniqueArray(fc.stringMatching(/^[a-z]{3,6}$/), { maxLength: 25 });
		fc.assert(
			fc.property(ids, ids, fc.infiniteStream(fc.nat(5)), (sent, drawn, chance) => {
				const draw = () => chance.next().value as number;
				const people = Array.from({ length: 12 }, (_, n) => person(n, groups[draw() % groups.length]));
				const cards = sent.map((id) =>
					card(id, draw(), { stepId: draw() % 2 ? 'c' : 'd', shown: draw() > 1, late: draw() === 0 })
				);
				const clusters = [0, 1].map((n) => ({ elementId: `cluster${n}`, title: `Thema ${n}` }));
				const onBoard = [...cards.filter(({ shown }) => shown && draw() > 0).map(({ elementId }) => elementId)];
				const own = drawn.filter((id) => !sent.includes(id));
				const board = [...onBoard, ...own].map((elementId) => ({
					elementId,
					text: `Wort ${elementId}`,
					clusterId: [null, 'cluster0', 'cluster1'][draw() % 3]!
				}));
				const source = { ...empty, people, steps: [step('c'), step('d')], cards, board: { cards: board, clusters } };
				const minutes = buildMinutes(source);
				const shown = cards.filter((one) => one.shown).map(({ elementId }) => elementId);
				const named = cardsIn(minutes);
				expect(named.map(({ elementId }) => elementId).sort()).toEqual([...shown, ...own].sort());
				expect(named.map(({ number }) => number)).toEqual(named.map((_, index) => index + 1));
				expect(minutes.steps.reduce((sum, { hidden }) => sum + hidden, 0)).toBe(cards.length - shown.length);
				const inClusters = minutes.clusters.flatMap(({ cards }) => cards);
				expect(inClusters.length).toBe(new Set(inClusters).size);
				for (const { elementId, shown } of cards)
					if (!shown) expect(JSON.stringify(minutes)).not.toContain(`Idee ${elementId}"`);
				expect(JSON.stringify(minutes.steps)).not.toMatch(/p\d|person/);
			})
		);
	});

	test('a card says what it says on the board now, and one that was taken off the board what it said', () => {
		const board = { cards: [{ elementId: 'a', text: 'Radwege', clusterId: null }], clusters: [] };
		const minutes = buildMinutes({ ...empty, steps: [step('c')], cards: [card('a'), card('b')], board });
		expect(cardsIn(minutes)).toMatchObject([
			{ text: 'Radwege', onBoard: true },
			{ text: 'Idee b', onBoard: false }
		]);
	});

	test('cards stand by group where nobody can be recognised by it', () => {
		const politics = Array.from({ length: 5 }, (_, n) => person(n, 'politics'));
		const others = Array.from({ length: 5 }, (_, n) => person(n + 5, n < 3 ? 'expert' : 'business'));
		const cards = [card('a', 0), card('b', 5), card('c', 9)];
		const both = buildMinutes({ ...empty, people: [...politics, ...others], steps: [step('c')], cards });
		expect(both.steps[0]!.piles.map(({ group, cards }) => [group, cards.length])).toEqual([
			['politics', 1],
			['several', 2]
		]);
		const few = buildMinutes({ ...empty, people: [...politics, ...others.slice(0, 3)], steps: [step('c')], cards });
		expect(few.steps[0]!.piles.map(({ group, cards }) => [group, cards.length])).toEqual([[null, 3]]);
	});

	test('a step to which people came back took the time of all its visits', () => {
		const visits = [
			{ stepId: 'c', from: at(0), until: at(10) },
			{ stepId: 'w', from: at(10), until: at(12) },
			{ stepId: 'c', from: at(12), until: null }
		];
		const { steps, session } = buildMinutes({
			...empty,
			steps: [step('c'), step('w', 'weigh')],
			visits,
			now: at(15)
		});
		expect(session.startedAt).toBe(at(0));
		expect(steps.map(({ spentMs, visits }) => [spentMs / 60_000, visits.length])).toEqual([
			[13, 2],
			[2, 1]
		]);
	});

	test('who did not vote is a number, and a name only where votes are open', () => {
		const people = [person(0), person(1), person(2)];
		const electorate = people.map(({ participantId }, n) => ({ participantId, recused: n === 2 }));
		const [group, open] = (['group', 'open'] as const).map(
			(secrecy) =>
				buildMinutes({ ...empty, people, rounds: [round({ secrecy, electorate, voted: ['p0'] })] }).rounds[0]!
		);
		expect(group).toMatchObject({ eligible: 3, recused: 1, cast: 1, abstained: { count: 1, personIds: null } });
		expect(open!.abstained).toEqual({ count: 1, personIds: ['person1'] });
		expect(JSON.stringify(group)).not.toMatch(/p\d|person\d/);
	});

	test('who answered what stands in them only where votes are open, and only after the close', () => {
		const answers = [{ personId: 'person0', group: 'politics' as const, ballot: { o: 1 } }];
		const told = { secrecy: 'open', named: true, voted: ['p0'], answers } as const;
		const answersIn = (more: Partial<SourceRound>) =>
			buildMinutes({ ...empty, people: [person(0)], rounds: [round({ ...told, ...more })] }).rounds[0]!.answers;
		expect(answersIn({})).toEqual(answers);
		for (const more of [{ secrecy: 'group' }, { secrecy: 'secret' }, { state: 'open' }, { named: false }] as const)
			expect(answersIn(more)).toBe(null);
	});

	test('where hands were counted, nobody is named, however open the vote was', () => {
		const people = [person(0), person(1), person(2)];
		const electorate = people.map(({ participantId }) => ({ participantId, recused: false }));
		const hands = round({ method: 'hand', secrecy: 'open', electorate, cast: 2 });
		const [counted] = buildMinutes({ ...empty, people, rounds: [hands] }).rounds;
		expect(counted).toMatchObject({ cast: 2, abstained: { count: 1, personIds: null } });
	});

	test('open points are hidden cards, running rounds and clusters on which nothing was agreed', () => {
		const clusters = ['Pflege', 'Radwege'].map((title) => ({ elementId: title, title }));
		const options = [{ id: 'o', label: 'Pflege', textVersionId: 't', passive: false, elementId: 'Pflege' }];
		const agreement = {
			id: 'a',
			method: 'dots',
			text: 'Pflege',
			sha256: '',
			roundId: 'r',
			optionId: 'o',
			basedOnId: null
		};
		const source = {
			...empty,
			steps: [step('c')],
			cards: [card('x', 0, { shown: false })],
			board: { cards: [{ elementId: 'y', text: 'Rad', clusterId: 'Radwege' }], clusters },
			rounds: [round({ options }), round({ id: 'q', state: 'open', question: 'Und jetzt?' })],
			agreements: [{ ...agreement, state: 'recorded' as const }]
		};
		expect(buildMinutes(source).openPoints).toEqual([
			{ kind: 'hidden-cards', step: 'Schritt c', count: 1 },
			{ kind: 'open-round', question: 'Und jetzt?' },
			{ kind: 'undecided-cluster', title: 'Radwege', cards: 1 }
		]);
	});
});
