import { mayShowNames } from '../consensus/round.ts';
import { groups } from '../sessions/groups.ts';
import { shieldAuthors, type Shield } from './group-piles.ts';
import type { Minutes, MinutesCard, MinutesCluster, MinutesPile, MinutesRound, MinutesStep } from './minutes.ts';
import type { MinutesSource, SentCard, SourcePerson, SourceRound } from './minutes-source.ts';
import { openPointsOf } from './open-points.ts';

type Numbered = (card: Omit<MinutesCard, 'number'>) => MinutesCard;

/**
 * The minutes of a session as it stands, also while it runs. Every card is in them exactly once: under its step, or as written on the
 * board; what nobody has been shown yet is only counted. Clusters name their cards by number.
 */
export function buildMinutes(source: MinutesSource): Minutes {
	const { session, process, group, part, nonPublicParts, people, board, visits } = source;
	const counted = numbering();
	const shield = shieldAuthors(people.filter(({ role }) => role === 'participant').map(shieldable));
	const steps = source.steps.map((step) => stepOf(source, step, shield, counted));
	const sent = new Set(source.cards.map(({ elementId }) => elementId));
	const boardCards = inOrder(
		board.cards
			.filter(({ elementId }) => !sent.has(elementId))
			.map((card) => ({ ...card, late: false, onBoard: true })),
		source
	).map(counted);
	const cards = [...steps.flatMap(({ piles }) => piles.flatMap(({ cards }) => cards)), ...boardCards];
	const clusters = clustersOf(source, cards);
	const rounds = source.rounds.map((round) => roundOf(round, people));
	const began = visits.map(({ from }) => from);
	return {
		version: 1,
		session: { ...session, startedAt: began.length > 0 ? Math.min(...began) : null },
		process,
		group,
		part,
		nonPublicParts,
		facilitators: present(people, 'facilitator'),
		attendance: present(people, 'participant'),
		steps,
		boardCards,
		clusters,
		rounds,
		agreements: source.agreements.filter(({ state }) => state !== 'withdrawn'),
		openPoints: openPointsOf({ steps, clusters, rounds, agreements: source.agreements })
	};
}

function numbering(): Numbered {
	let number = 0;
	return (card) => ({ number: ++number, ...card });
}

const shieldable = ({ participantId: id, group }: SourcePerson) => ({ id, group });

function present(people: readonly SourcePerson[], wanted: SourcePerson['role']) {
	return people.filter(({ role }) => role === wanted).map(({ personId, group, stays }) => ({ personId, group, stays }));
}

function stepOf(
	source: MinutesSource,
	{ id, kind, title, prompt, minutes }: MinutesSource['steps'][number],
	shield: Shield,
	counted: Numbered
): MinutesStep {
	const visits = source.visits.filter(({ stepId }) => stepId === id).map(({ from, until }) => ({ from, until }));
	const sent = source.cards.filter(({ stepId }) => stepId === id);
	return {
		id,
		kind,
		title,
		prompt,
		plannedMinutes: minutes,
		visits,
		spentMs: visits.reduce((sum, { from, until }) => sum + Math.max(0, (until ?? source.now) - from), 0),
		piles: pilesOf(
			source,
			sent.filter(({ shown }) => shown),
			shield,
			counted
		),
		hidden: sent.filter(({ shown }) => !shown).length
	};
}

function pilesOf(
	source: MinutesSource,
	sent: readonly SentCard[],
	shield: Shield,
	counted: Numbered
): readonly MinutesPile[] {
	const onBoard = new Map(source.board.cards.map((card) => [card.elementId, card]));
	return [...groups, 'several' as const, null].flatMap((group) => {
		const cards = sent
			.filter(({ participantId }) => (shield.get(participantId) ?? null) === group)
			.map(({ elementId, text, late }) => {
				const now = onBoard.get(elementId);
				const clusterId = now?.clusterId ?? null;
				return { elementId, text: now?.text ?? text, late, onBoard: now !== undefined, clusterId };
			});
		return cards.length > 0 ? [{ group, cards: inOrder(cards, source).map(counted) }] : [];
	});
}

/** By cluster, and by chance within one: an element's id is random, so that the order tells nothing about who wrote when. */
function inOrder<Card extends { elementId: string; clusterId: string | null }>(
	cards: readonly Card[],
	{ board }: MinutesSource
): Card[] {
	const place = new Map(board.clusters.map(({ elementId }, at) => [elementId, at]));
	const placeOf = ({ clusterId }: Card) => place.get(clusterId ?? '') ?? board.clusters.length;
	return [...cards].sort((a, b) => placeOf(a) - placeOf(b) || (a.elementId < b.elementId ? -1 : 1));
}

function clustersOf({ board }: MinutesSource, cards: readonly MinutesCard[]): readonly MinutesCluster[] {
	return board.clusters.map(({ elementId, title }) => ({
		elementId,
		title,
		cards: cards.filter(({ clusterId }) => clusterId === elementId).map(({ number }) => number)
	}));
}

/** Who answered what and who abstained is named only where everybody may know who voted how; elsewhere it stays a number. */
function roundOf({ electorate, voted, answers, ...round }: SourceRound, people: readonly SourcePerson[]): MinutesRound {
	const answered = new Set(voted);
	const eligible = electorate.filter(({ recused }) => !recused);
	const silent = eligible.filter(({ participantId }) => !answered.has(participantId));
	const personOf = new Map(people.map(({ participantId, personId }) => [participantId, personId]));
	const byHands = round.cast > 0 && voted.length === 0;
	const named = round.secrecy === 'open' && round.state === 'closed' && !byHands;
	return {
		...round,
		eligible: electorate.length,
		recused: electorate.length - eligible.length,
		abstained: {
			count: eligible.length - round.cast,
			personIds: named ? silent.flatMap(({ participantId }) => personOf.get(participantId) ?? []) : null
		},
		answers: mayShowNames(round) && !byHands ? answers : null
	};
}
