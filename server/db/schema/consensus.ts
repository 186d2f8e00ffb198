import { boolean, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { budgetMeasures } from './budgets.ts';
import { json, moment, owned, ownKey, within } from './columns.ts';
import { textVersions } from './processes.ts';
import { agendaSteps, candidates, liveSessions, nonPublicParts, participants } from './sessions.ts';

/** One vote by one method over fixed options, with its rules fixed before it opens. A closed round never changes. */
export const rounds = pgTable(
	'rounds',
	{
		...owned(),
		sessionId: uuid('session_id').notNull(),
		stepId: uuid('step_id').notNull(),
		/** The non-public part in which it was opened. */
		nonPublicPartId: uuid('non_public_part_id'),
		question: text().notNull(),
		method: text().notNull(),
		methodVersion: integer('method_version').notNull(),
		params: json<Record<string, unknown>>('params').notNull(),
		voteClass: text('vote_class', { enum: ['mood', 'working-decision'] }).notNull(),
		secrecy: text({ enum: ['open', 'group', 'secret'] }).notNull(),
		/** Whether people read before they voted that their answers will stand with their names; open rounds from before never said so. */
		named: boolean().notNull().default(false),
		state: text({ enum: ['prepared', 'open', 'closed', 'cancelled'] }).notNull(),
		roundNo: integer('round_no').notNull().default(1),
		/** The round that this one follows: a run-off, or the same question once more. */
		previousRoundId: uuid('previous_round_id'),
		/** How many must answer for the result to count. */
		quorum: integer(),
		/** From when on no answer is taken, also before somebody closes it. */
		endsAt: moment('ends_at'),
		/** Why it was given up. */
		cancelReason: text('cancel_reason'),
		openedAt: moment('opened_at'),
		closedAt: moment('closed_at')
	},
	(row) => [
		ownKey(row),
		index().on(row.tenantId, row.sessionId),
		within(row, row.sessionId, () => liveSessions),
		within(row, row.nonPublicPartId, () => nonPublicParts),
		within(row, row.stepId, () => agendaSteps)
	]
);

/** What can be voted for. */
export const roundOptions = pgTable(
	'round_options',
	{
		...owned(),
		roundId: uuid('round_id').notNull(),
		position: integer().notNull(),
		label: text().notNull(),
		candidateId: uuid('candidate_id'),
		/** The measure of a joint budget that it is. */
		measureId: uuid('measure_id'),
		textVersionId: uuid('text_version_id').notNull(),
		passive: boolean().notNull().default(false)
	},
	(row) => [
		ownKey(row),
		index().on(row.tenantId, row.roundId),
		within(row, row.roundId, () => rounds),
		within(row, row.candidateId, () => candidates),
		within(row, row.measureId, () => budgetMeasures),
		within(row, row.textVersionId, () => textVersions)
	]
);

/** The electorate, fixed when the round opens; whoever was admitted later carries when and by whom. */
export const roundVoters = pgTable(
	'round_voters',
	{
		tenantId: uuid('tenant_id').notNull(),
		roundId: uuid('round_id').notNull(),
		participantId: uuid('participant_id').notNull(),
		recused: boolean().notNull().default(false),
		/** Whether she has answered; in a secret round this is the list of who voted, and nothing leads from it to what. */
		voted: boolean().notNull().default(false),
		admittedLateAt: moment('admitted_late_at'),
		/** The person who admitted her late. */
		admittedBy: uuid('admitted_by')
	},
	(row) => [
		primaryKey({ columns: [row.tenantId, row.roundId, row.participantId] }),
		within(row, row.roundId, () => rounds),
		within(row, row.participantId, () => participants)
	]
);

/** Somebody who came after a round had opened asks to vote in it; the facilitator decides. */
export const voteRequests = pgTable(
	'vote_requests',
	{
		tenantId: uuid('tenant_id').notNull(),
		roundId: uuid('round_id').notNull(),
		participantId: uuid('participant_id').notNull(),
		state: text({ enum: ['asked', 'admitted', 'declined'] })
			.notNull()
			.default('asked'),
		askedAt: moment('asked_at').notNull(),
		decidedAt: moment('decided_at'),
		/** The person who decided. */
		decidedBy: uuid('decided_by')
	},
	(row) => [
		primaryKey({ columns: [row.tenantId, row.roundId, row.participantId] }),
		within(row, row.roundId, () => rounds),
		within(row, row.participantId, () => participants)
	]
);

/**
 * One answer per voter and round; it may be changed until the round closes. Never in a document, never sent before the close. The key is the
 * participant, or in a secret round the fingerprint of a secret that only her browser has; these rows are gone when the round closes.
 */
export const ballots = pgTable(
	'ballots',
	{
		tenantId: uuid('tenant_id').notNull(),
		roundId: uuid('round_id').notNull(),
		voterKey: text('voter_key').notNull(),
		payload: json<unknown>('payload').notNull(),
		revision: integer().notNull().default(1)
	},
	(row) => [primaryKey({ columns: [row.tenantId, row.roundId, row.voterKey] }), within(row, row.roundId, () => rounds)]
);

/** What speaks for or against an option; nobody reads it before the close, and no author stands beside it. */
export const roundArguments = pgTable(
	'round_arguments',
	{
		...owned(),
		roundId: uuid('round_id').notNull(),
		optionId: uuid('option_id').notNull(),
		kind: text({ enum: ['pro', 'contra', 'concern'] }).notNull(),
		text: text().notNull()
	},
	(row) => [
		ownKey(row),
		index().on(row.tenantId, row.roundId),
		within(row, row.roundId, () => rounds),
		within(row, row.optionId, () => roundOptions)
	]
);

/** The outcome of a closed round, written once in the transaction that closes it. */
export const results = pgTable(
	'results',
	{
		tenantId: uuid('tenant_id').notNull(),
		roundId: uuid('round_id').notNull(),
		tally: json<Record<string, unknown>>('tally').notNull(),
		eligible: integer().notNull(),
		cast: integer().notNull(),
		recused: integer().notNull(),
		/** Whether the proposal was accepted; null for methods that compare. */
		outcome: text({ enum: ['passed', 'rejected', 'open'] }),
		/** Options about which the group was far apart. */
		contested: json<string[]>('contested').notNull().default([]),
		/** What each group alone gave, where it is large enough; null where votes are secret. */
		byGroup: json<Record<string, { cast: number; tally: Record<string, unknown> }> | null>('by_group'),
		/** Whether enough have answered; null where no number was asked for. */
		quorate: boolean(),
		/** The answers of a secret round, sorted by what they say, so that their order tells nothing. */
		papers: json<unknown[] | null>('papers'),
		sha256: text().notNull(),
		closedAt: moment('closed_at').notNull()
	},
	(row) => [primaryKey({ columns: [row.tenantId, row.roundId] }), within(row, row.roundId, () => rounds)]
);

/** What a workshop agreed: a result of a round, or recorded without one. Agreed is not adopted. */
export const agreements = pgTable(
	'agreements',
	{
		...owned(),
		sessionId: uuid('session_id').notNull(),
		/** The non-public part in which it, or what it rests on, was made. */
		nonPublicPartId: uuid('non_public_part_id'),
		method: text().notNull(),
		roundId: uuid('round_id'),
		optionId: uuid('option_id'),
		candidateId: uuid('candidate_id'),
		/** The agreement whose wording this one is. */
		basedOnId: uuid('based_on_id'),
		textVersionId: uuid('text_version_id').notNull(),
		state: text({ enum: ['recorded', 'superseded', 'promoted', 'withdrawn'] }).notNull(),
		recordedBy: uuid('recorded_by').notNull()
	},
	(row) => [
		ownKey(row),
		index().on(row.tenantId, row.sessionId),
		within(row, row.sessionId, () => liveSessions),
		within(row, row.nonPublicPartId, () => nonPublicParts),
		within(row, row.roundId, () => rounds),
		within(row, row.textVersionId, () => textVersions)
	]
);
