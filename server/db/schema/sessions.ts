import { boolean, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { json, moment, owned, ownKey, within } from './columns.ts';
import { bodies, people } from './organisation.ts';
import { boards, processes } from './processes.ts';

/** One live meeting of a group on a board. The database is the only truth about step, timer and people. */
export const liveSessions = pgTable(
	'live_sessions',
	{
		...owned(),
		processId: uuid('process_id').notNull(),
		bodyId: uuid('body_id'),
		/** The board on which people work at this moment. */
		boardId: uuid('board_id').notNull(),
		/** The non-public part that is on; null: the session is public. */
		nonPublicPartId: uuid('non_public_part_id'),
		/** While it is not public: the board that everybody knows, which rests until then. */
		publicBoardId: uuid('public_board_id'),
		title: text().notNull(),
		question: text().notNull().default(''),
		state: text({ enum: ['lobby', 'running', 'paused', 'ended'] })
			.notNull()
			.default('lobby'),
		/** Six digits that people type; unique among sessions that have not ended. */
		code: text().notNull(),
		/** The long secret behind the QR code. It is shown on the projector, so it is kept readable. */
		joinToken: text('join_token').notNull(),
		/** Who comes in: whoever has the code, whom the facilitator lets in, or nobody new. */
		entrance: text({ enum: ['open', 'waiting-room', 'closed'] })
			.notNull()
			.default('open'),
		/** Several people may take part on one device. */
		sharedDevices: boolean('shared_devices').notNull().default(false),
		currentStepId: uuid('current_step_id'),
		stepStartedAt: moment('step_started_at'),
		/** When the timer ends (server time), while it runs. */
		timerEndsAt: moment('timer_ends_at'),
		/** What was left on the timer, in milliseconds, while it is paused. */
		timerLeftMs: integer('timer_left_ms'),
		/** Since when the impulse cards of the board are on all screens, in whatever step. */
		impulsesShownAt: moment('impulses_shown_at'),
		/** The session of which this one is a rehearsal with simulated guests. */
		rehearsalOf: uuid('rehearsal_of'),
		/** Since when the projector shows nothing of the session. */
		coveredAt: moment('covered_at'),
		/** The card that the projector shows large, until the next step. */
		spotlightId: text('spotlight_id'),
		/** When the facilitator last called everybody to what she shows. */
		calledAt: moment('called_at'),
		/** Since when its facilitator asks those who lead the process to come. */
		helpAskedAt: moment('help_asked_at'),
		endedAt: moment('ended_at'),
		createdBy: uuid('created_by').notNull(),
		rev: integer().notNull().default(0)
	},
	(row) => [
		ownKey(row),
		uniqueIndex('live_sessions_open_code')
			.on(row.code)
			.where(sql`state <> 'ended'`),
		uniqueIndex().on(row.joinToken),
		index().on(row.tenantId, row.processId),
		within(row, row.processId, () => processes),
		within(row, row.boardId, () => boards),
		within(row, row.publicBoardId, () => boards),
		within(row, row.bodyId, () => bodies)
	]
);

/** A time in which a session was not public. What was made in it carries its id and is for those only who were inside. */
export const nonPublicParts = pgTable(
	'non_public_parts',
	{
		...owned(),
		sessionId: uuid('session_id').notNull(),
		/** The board of this part alone. */
		boardId: uuid('board_id').notNull(),
		startedAt: moment('started_at').notNull(),
		/** Empty: it is on. */
		endedAt: moment('ended_at')
	},
	(row) => [
		ownKey(row),
		uniqueIndex('non_public_parts_one_at_a_time')
			.on(row.tenantId, row.sessionId)
			.where(sql`ended_at is null`),
		index().on(row.tenantId, row.boardId),
		within(row, row.sessionId, () => liveSessions),
		within(row, row.boardId, () => boards)
	]
);

/** A timed step of the agenda with its prompt. Its kind says what everybody may do. */
export const agendaSteps = pgTable(
	'agenda_steps',
	{
		...owned(),
		sessionId: uuid('session_id').notNull(),
		position: integer().notNull(),
		kind: text({ enum: ['arrive', 'collect', 'cluster', 'discuss', 'weigh', 'record'] }).notNull(),
		title: text().notNull(),
		prompt: text().notNull().default(''),
		minutes: integer().notNull(),
		/** The area of the board in which the step works. */
		areaId: text('area_id'),
		/** Whether nobody, not even the facilitator, sees who wrote what in it. */
		anonymous: boolean().notNull().default(false),
		/** When the hidden cards of a collect step were shown to all. */
		revealedAt: moment('revealed_at')
	},
	(row) => [
		ownKey(row),
		uniqueIndex().on(row.tenantId, row.sessionId, row.position),
		within(row, row.sessionId, () => liveSessions)
	]
);

/** A person in a session, with the group she named at the door. Documents know her by this id only. */
export const participants = pgTable(
	'participants',
	{
		...owned(),
		sessionId: uuid('session_id').notNull(),
		personId: uuid('person_id').notNull(),
		role: text({ enum: ['facilitator', 'participant', 'observer', 'projector'] }).notNull(),
		group: text({ enum: ['politics', 'administration', 'civil-society', 'business', 'expert'] }),
		/** The step she has declared finished. */
		readyStepId: uuid('ready_step_id'),
		/** Since when she asks to speak. */
		handRaisedAt: moment('hand_raised_at'),
		/** Since when she may see and vote but write nothing. */
		mutedAt: moment('muted_at'),
		/** Since when she waits to be let in; until then nothing of the session is hers to see. */
		waitingSince: moment('waiting_since'),
		/** Since when she may take over the lead. */
		mayLeadSince: moment('may_lead_since'),
		/** The participant on whose device she takes part; nobody else speaks for her. */
		companionOf: uuid('companion_of'),
		/** Since when her cards are on nobody's screen, and which participant has taken them away. */
		cardsHiddenAt: moment('cards_hidden_at'),
		cardsHiddenBy: uuid('cards_hidden_by'),
		leftAt: moment('left_at'),
		removedAt: moment('removed_at')
	},
	(row) => [
		ownKey(row),
		uniqueIndex().on(row.tenantId, row.sessionId, row.personId),
		within(row, row.sessionId, () => liveSessions),
		within(row, row.personId, () => people)
	]
);

/** What a participant sent. Before the reveal it exists only here; the reveal writes it into the board as `elementId`. */
export const cards = pgTable(
	'cards',
	{
		...owned(),
		sessionId: uuid('session_id').notNull(),
		stepId: uuid('step_id').notNull(),
		/** The non-public part in which it was sent. */
		nonPublicPartId: uuid('non_public_part_id'),
		participantId: uuid('participant_id').notNull(),
		text: text().notNull(),
		/** For whom a facilitator has typed it, in her words: „Tisch 3“. */
		onBehalfOf: text('on_behalf_of'),
		elementId: text('element_id').notNull(),
		/** Whether nobody was to know who wrote it; kept from the moment it was sent. */
		anonymous: boolean().notNull().default(false),
		/** When it entered the board. */
		placedAt: moment('placed_at'),
		/** It came after the reveal. */
		late: boolean().notNull().default(false),
		withdrawnAt: moment('withdrawn_at'),
		/** When its words were taken away for good. */
		blackenedAt: moment('blackened_at')
	},
	(row) => [
		ownKey(row),
		index().on(row.tenantId, row.sessionId),
		uniqueIndex().on(row.tenantId, row.sessionId, row.elementId),
		within(row, row.sessionId, () => liveSessions),
		within(row, row.stepId, () => agendaSteps),
		within(row, row.nonPublicPartId, () => nonPublicParts),
		within(row, row.participantId, () => participants)
	]
);

/** A card or cluster whose text was frozen for a decision, with the cards it consisted of at that moment. */
export const candidates = pgTable(
	'candidates',
	{
		...owned(),
		sessionId: uuid('session_id').notNull(),
		boardId: uuid('board_id').notNull(),
		elementId: text('element_id').notNull(),
		textVersionId: uuid('text_version_id').notNull(),
		/** Cards that lay in the cluster: the element and, where it came from a phone, the card. */
		sources: json<{ elementId: string; cardId: string | null; text: string }[]>('sources').notNull(),
		state: text({ enum: ['candidate', 'agreed', 'not-agreed', 'parked', 'promoted'] }).notNull()
	},
	(row) => [ownKey(row), index().on(row.tenantId, row.sessionId), within(row, row.sessionId, () => liveSessions)]
);
