import { invariant } from '#domain/result.ts';
import type { AnyState, CardView, SessionViewKind, SharedState } from '#protocol/session-state.ts';
import type { Database } from '../db/database.ts';
import { findProcess } from '../db/repositories/processes.ts';
import { listAgreements, listRounds } from '../db/repositories/rounds.ts';
import { listVoteRequests } from '../db/repositories/vote-requests.ts';
import { findSession, listParticipants, listSteps, listWaiting } from '../db/repositories/sessions.ts';
import { countCards, listCardAuthors } from '../db/repositories/cards.ts';
import { readBudgetAtHand } from './budget-at-hand.ts';
import { BoardContent } from './board-content.ts';
import { coveredState } from './covered-state.ts';
import { driftedOptions } from './drifted-options.ts';
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
	): Promise<(view: SessionViewKind) => AnyState> {
		const db = this.#db;
		const session = await findSession(db, tenantId, sessionId);
		invariant(session, 'a watched session exists');
		const { title, state } = session;
		const [steps, people, rounds, agreements, requests, cardCount, snapshot, process, waiting, budget] =
			await Promise.all([
				listSteps(db, tenantId, sessionId),
				listParticipants(db, tenantId, sessionId),
				listRounds(db, tenantId, sessionId),
				listAgreements(db, tenantId, sessionId),
				listVoteRequests(db, tenantId, sessionId),
				countCards(db, tenantId, session.currentStepId),
				this.#board.read(session.boardId),
				findProcess(db, tenantId, session.processId),
				listWaiting(db, tenantId, sessionId),
				readBudgetAtHand(db, tenantId, sessionId)
			]);
		const taking = people.filter(({ role }) => role === 'participant');
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
			steps,
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
			hands: handsOf(taking),
			away: taking.filter(({ away }) => away).map(({ id }) => id),
			coFacilitators: taking.filter(({ mayLeadSince }) => mayLeadSince !== null).map(({ id }) => id),
			muted: taking.filter(({ mutedAt }) => mutedAt !== null).map(({ id }) => id)
		};
		const { code, entrance } = session;
		const door = { code, joinPath: `/j/${session.joinToken}`, entrance, wifi: process?.wifi ?? null };
		return (view) => {
			if (view === 'waiting') return { view, seq, now: shared.now, sessionId, title, state };
			if (view === 'projector' && shared.covered) return coveredState(shared);
			if (view === 'participant') return { ...shared, view };
			if (view === 'projector') return { ...shared, ...door, view };
			return {
				...shared,
				...door,
				view,
				measures: budget?.choices ?? [],
				helpAskedAt: session.helpAskedAt?.getTime() ?? null,
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
					ready: person.readyStepId !== null && person.readyStepId === session.currentStepId,
					cards: authors.counts.get(person.id) ?? 0
				}))
			};
		};
	}
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
