import { and, count, eq, gte, isNull, sql } from 'drizzle-orm';
import { attentionFor, type Attention } from '#domain/processes/attention.ts';
import type { SharedState } from '#protocol/session-state.ts';
import type { App } from '../app.ts';
import { listGroups, type GroupSummary } from '../db/repositories/groups.ts';
import { cards, liveSessions } from '../db/schema/sessions.ts';

/** How one group is doing, as the cockpit shows it. */
export interface CockpitRow {
	groupId: string;
	name: string;
	colour: GroupSummary['colour'];
	room: string;
	session: {
		id: string;
		state: SharedState['state'];
		step: { title: string; number: number; total: number } | null;
		timer: SharedState['timer'];
		present: number;
		cards: number;
		/** Cards of the last minute. */
		pace: number;
		clusters: number;
		/** What weighs most: by dots where a vote is closed, else by cards. */
		top: { title: string; weight: number; by: 'dots' | 'cards' }[];
		attention: Attention | null;
	};
}

/** How the groups of a process are doing, each by its newest session; groups without a session are left out. */
export async function cockpitOf(app: App, tenantId: string, processId: string): Promise<CockpitRow[]> {
	const [groups, written] = await Promise.all([
		listGroups(app.db, tenantId, processId),
		countWritten(app, tenantId, processId)
	]);
	const rows: CockpitRow[] = [];
	for (const { id: groupId, name, colour, room, sessions } of groups) {
		const current = sessions.find(({ state }) => state !== 'ended') ?? sessions[0];
		if (!current) continue;
		const state = await app.live.stateFor(tenantId, current.id, 'lead');
		const total = written.get(current.id) ?? { cards: 0, pace: 0 };
		const at = state.steps.findIndex(({ id }) => id === state.currentStepId);
		const step = state.steps[at];
		rows.push({
			groupId,
			name,
			colour,
			room,
			session: {
				id: current.id,
				state: state.state,
				step: step ? { title: step.title, number: at + 1, total: state.steps.length } : null,
				timer: state.timer,
				present: state.present,
				...total,
				clusters: state.clusters.length,
				top: topOf(state),
				attention: attentionFor({
					helpAsked: state.view === 'lead' && state.helpAskedAt !== null,
					reached: state.steps.slice(0, at + 1).map(({ kind }) => kind),
					stepUsed: step ? usedOf(state, step.minutes) : 0,
					cards: total.cards
				})
			}
		});
	}
	return rows;
}

/** All cards and those of the last minute, by session. */
async function countWritten({ db, clock }: App, tenantId: string, processId: string) {
	const lately = new Date(clock().getTime() - 60_000);
	const rows = await db
		.select({
			sessionId: cards.sessionId,
			cards: count(),
			pace: sql<number>`count(*) filter (where ${gte(cards.createdAt, lately)})`.mapWith(Number)
		})
		.from(cards)
		.innerJoin(liveSessions, and(eq(liveSessions.tenantId, cards.tenantId), eq(liveSessions.id, cards.sessionId)))
		.where(and(eq(cards.tenantId, tenantId), eq(liveSessions.processId, processId), isNull(cards.withdrawnAt)))
		.groupBy(cards.sessionId);
	return new Map(rows.map(({ sessionId, cards, pace }) => [sessionId, { cards, pace }]));
}

function topOf({ rounds, clusters }: SharedState): CockpitRow['session']['top'] {
	const closed = rounds.findLast(({ result }) => result !== null);
	const dots = closed?.result?.tally.total as Record<string, number> | undefined;
	const weighed =
		closed && dots
			? closed.options.map(({ id, label }) => ({ title: label, weight: dots[id] ?? 0, by: 'dots' as const }))
			: clusters.map(({ title, cards }) => ({ title, weight: cards, by: 'cards' as const }));
	return weighed
		.filter(({ weight }) => weight > 0)
		.sort((a, b) => b.weight - a.weight)
		.slice(0, 3);
}

function usedOf({ timer, now }: SharedState, minutes: number): number {
	const left = timer.leftMs ?? (timer.endsAt === null ? null : Math.max(0, timer.endsAt - now));
	return left === null || minutes === 0 ? 1 : 1 - left / (minutes * 60_000);
}
