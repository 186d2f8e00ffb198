import { invariant } from '#domain/result.ts';
import type { AnyState, CardView, SessionViewKind, SharedState } from '#protocol/session-state.ts';
import { listInsiders } from '../auth/insiders.ts';
import type { Database } from '../db/database.ts';
import { findProcess } from '../db/repositories/processes.ts';
import { listAgreements, listRounds } from '../db/repositories/rounds.ts';
import { listVoteRequests } from '../db/repositories/vote-requests.ts';
import { listNonPublicParts, listStepMarks } from '../db/repositories/non-public-parts.ts';
import {
	findSession,
	listParticipants,
	listSteps,
	listWaiting,
	type LiveSession
} from '../db/repositories/sessions.ts';
import { countCards, listCardAuthors } from '../db/repositories/cards.ts';
import { readBudgetAtHand } from './budget-at-hand.ts';
import { BoardContent } from './board-content.ts';
import { coveredState, nonPublicState } from './covered-state.ts';
import { driftedOptions } from './drifted-options.ts';
import type { SessionReading } from './session-moment.ts';
import { markedSteps, publicSteps } from './public-steps.ts';
import { cardsOnBoard, clustersOnBoard, dissolvedOnBoard, impulsesIn, impulsesOn } from './board-projection.ts';

/** Builds what each kind of viewer of a session may see. */
export class SessionViews {
	readonly #board: BoardContent;
	readonly #db: Database;
	readonly #clock: () => Date;

	constructor(db: Database, clock: () => Date) {
		this.#db = db;
		this.#clock = clock;
		this.#board = new BoardContent(db);
	}

	/** Reads a session once for all kinds of viewers; `connected` are the participants with an open screen. */
	async read(
		tenantId: string,
		sessionId: string,
		connected: ReadonlySet<string>,
		seq: number
	): Promise<SessionReading> {
		const db = this.#db;
		const session = await findSession(db, tenantId, sessionId);
		invariant(session, 'a watched session exists');
		const { title, state, nonPublicPartId } = session;
		// In public nobody is shown what was made behind closed doors, not even those who were there: their screens may be seen.
		const part = nonPublicPartId === null ? 'public' : undefined;
		const [steps, marks, people, rounds, agreements, requests, cardCount, snapshot, process, waiting, budget, closed] =
			await Promise.all([
				listSteps(db, tenantId, sessionId),
				listStepMarks(db, tenantId, sessionId),
				listParticipants(db, tenantId, sessionId),
				listRounds(db, tenantId, sessionId, part),
				listAgreements(db, tenantId, sessionId, part),
				listVoteRequests(db, tenantId, sessionId),
				countCards(db, tenantId, session.currentStepId, part),
				this.#board.read(session.boardId),
				findProcess(db, tenantId, session.processId),
				listWaiting(db, tenantId, sessionId),
				readBudgetAtHand(db, tenantId, sessionId),
				nonPublicPartId === null ? null : readPartAtHand(db, session)
			]);
		const isOutside = (id: string) => closed !== null && !closed.insiders.has(id);
		const taking = people.filter(({ id, role }) => role === 'participant' && !isOutside(id));
		const authors = await listCardAuthors(db, tenantId, sessionId);
		const away = new Set(people.filter(({ cardsHiddenAt }) => cardsHiddenAt !== null).map(({ id }) => id));
		const step = steps.find(({ id }) => id === session.currentStepId);
		const shownCards = cardsOnBoard(snapshot, authors.late, away);
		const shared: SharedState = {
			seq,
			now: this.#clock().getTime(),
			sessionId,
			title,
			question: session.question,
			rehearsal: session.rehearsalOf !== null,
			boardId: session.boardId,
			state,
			steps: nonPublicPartId === null ? publicSteps(steps, marks) : markedSteps(steps, marks),
			currentStepId: session.currentStepId,
			timer: { endsAt: session.timerEndsAt?.getTime() ?? null, leftMs: session.timerLeftMs },
			present: taking.filter(({ away }) => !away).length,
			ready: taking.filter(({ readyStepId }) => readyStepId !== null && readyStepId === session.currentStepId).length,
			cardCount,
			cards: shownCards,
			spotlight: spotlightOf(shownCards, session.spotlightId),
			calledAt: session.calledAt?.getTime() ?? null,
			clusters: clustersOnBoard(snapshot),
			impulses: session.impulsesShownAt
				? impulsesOn(snapshot)
				: step?.kind === 'discuss'
					? impulsesIn(snapshot, step.areaId)
					: [],
			rounds,
			budget: budget?.shown ?? null,
			drifted: driftedOptions(snapshot, rounds, budget?.words ?? null),
			agreements,
			voteRequests: requests
				.filter(({ roundId }) => rounds.some(({ id, state }) => id === roundId && state === 'open'))
				.map(({ roundId, participantId, state }) => ({ roundId, participantId, state })),
			sharedDevices: session.sharedDevices,
			covered: session.coveredAt !== null,
			nonPublicSince: closed?.since ?? null,
			hands: handsOf(taking),
			away: taking.filter(({ away }) => away).map(({ id }) => id),
			coFacilitators: taking.filter(({ mayLeadSince }) => mayLeadSince !== null).map(({ id }) => id),
			muted: taking.filter(({ mutedAt }) => mutedAt !== null).map(({ id }) => id)
		};
		const { code, entrance } = session;
		const door = { code, joinPath: `/j/${session.joinToken}`, entrance, wifi: process?.wifi ?? null };
		const show = (view: SessionViewKind): AnyState => {
			if (view === 'outside') return { view, seq, now: shared.now, sessionId, state };
			if (view === 'waiting')
				return { view, seq, now: shared.now, sessionId, title: nonPublicPartId === null ? title : '', state };
			if (view === 'projector' && nonPublicPartId !== null) return nonPublicState(shared);
			if (view === 'projector' && shared.covered) return coveredState(shared);
			if (view === 'participant') return { ...shared, view };
			if (view === 'projector') return { ...shared, ...door, view };
			return {
				...shared,
				...door,
				view,
				steps: markedSteps(steps, marks),
				measures: budget?.choices ?? [],
				helpAskedAt: session.helpAskedAt?.getTime() ?? null,
				publicVoteWaits: closed?.publicVote ?? false,
				waiting: waiting.map(({ id, name, group }) => ({ participantId: id, name, group })),
				dissolved: dissolvedOnBoard(snapshot, shared.now),
				cards: shared.cards.map((card) => ({
					...card,
					by: authors.origins.get(card.elementId) ?? authors.names.get(card.elementId) ?? ''
				})),
				evidence: { cards: impulsesOn(snapshot).length, shown: session.impulsesShownAt !== null },
				people: people.map((person) => ({
					participantId: person.id,
					name: person.name,
					role: person.role,
					group: person.group,
					guest: person.guest,
					present: !person.away,
					connected: connected.has(person.companionOf ?? person.id),
					companionOf: person.companionOf,
					muted: person.mutedAt !== null,
					mayLead: person.mayLeadSince !== null,
					cardsHidden: person.cardsHiddenAt !== null,
					outside: isOutside(person.id),
					ready: person.readyStepId !== null && person.readyStepId === session.currentStepId,
					cards: authors.counts.get(person.id) ?? 0
				}))
			};
		};
		const isContent = (view: SessionViewKind) => view === 'participant' || view === 'lead';
		return { show, admits: (view, participantId) => !isContent(view) || !isOutside(participantId) };
	}
}

/** The part of a session that is not public at this moment: since when, who stays inside, and whether a public vote waits for the others. */
async function readPartAtHand(db: Database, { tenantId, id, nonPublicPartId }: LiveSession) {
	const [parts, insiders, inPublic] = await Promise.all([
		listNonPublicParts(db, tenantId, id),
		listInsiders(db, tenantId, id),
		listRounds(db, tenantId, id, 'public')
	]);
	const part = parts.find((one) => one.id === nonPublicPartId);
	invariant(part, 'a part that is on is in the list');
	return { since: part.startedAt.getTime(), insiders, publicVote: inPublic.some(({ state }) => state === 'open') };
}

/** The card that is shown large, unless it has gone from all screens meanwhile. */
function spotlightOf(cards: readonly CardView[], wanted: string | null): SharedState['spotlight'] {
	const found = cards.find(({ elementId }) => elementId === wanted);
	return found ? { elementId: found.elementId, text: found.text } : null;
}

function handsOf(people: Awaited<ReturnType<typeof listParticipants>>): string[] {
	return people
		.flatMap(({ id, handRaisedAt }) => (handRaisedAt ? [{ id, since: handRaisedAt.getTime() }] : []))
		.sort((a, b) => a.since - b.since)
		.map(({ id }) => id);
}
