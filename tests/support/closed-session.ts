import type { LeadState, ParticipantState } from '#protocol/session-state.ts';
import { joinSession } from '#server/commands/join-session.ts';
import { createSession } from '#server/commands/create-session.ts';
import { moveStep } from '#server/commands/move-step.ts';
import { findSession, listSteps, type LiveSession } from '#server/db/repositories/sessions.ts';
import { accounts, people } from '#server/db/schema/organisation.ts';
import { processMembers } from '#server/db/schema/processes.ts';
import { newId } from '#server/ids.ts';
import type { LiveSessions } from '#server/live/live-sessions.ts';
import type { StepKind } from '#domain/sessions/steps.ts';
import type { House, TestActor } from './house.ts';
import { comeIn, type Guest } from './live-house.ts';

/** A session that can be closed to the public: with a guest, a member of the process, and a colleague who does not belong to it. */
export interface SessionWithPublic {
	sessionId: string;
	/** The board that everybody knows. */
	boardId: string;
	guest: Guest;
	member: Guest;
	colleague: Guest;
	/** The session as the database knows it at this moment. */
	now(): Promise<LiveSession>;
	goTo(kind: StepKind): Promise<void>;
}

/** Somebody with an account of the house. */
export async function withAccount({ around: { db, clock }, tenantId }: House, name: string): Promise<TestActor> {
	const personId = newId();
	const createdAt = clock();
	await db.insert(people).values({ tenantId, id: personId, name, kind: 'account', createdAt });
	await db.insert(accounts).values({
		...{ tenantId, id: newId(), personId, createdAt, passwordHash: '', role: 'member' },
		email: `${personId}@example.org`
	});
	return { kind: 'person', personId, tenantId, role: 'member' };
}

/** Somebody of the process comes into a session; she stays when it is closed to the public. */
export async function memberComes(house: House, sessionId: string): Promise<Guest> {
	const { tenantId, processId, around, done } = house;
	const member = await withAccount(house, 'Bea Mitglied');
	await around.db.insert(processMembers).values({ tenantId, processId, personId: member.personId, role: 'member' });
	const { code } = (await findSession(around.db, tenantId, sessionId))!;
	const { participantId } = await done(joinSession, member, { code, name: '', group: 'politics' });
	return { guest: member, participantId };
}

/** Opens one and goes to the step of the wanted kind. */
export async function openSessionWithPublic(house: House, kind: StepKind = 'collect'): Promise<SessionWithPublic> {
	const { done, facilitator, tenantId, processId, around } = house;
	const asked = { processId, title: 'Strategiekommission', template: 'potential-workshop' };
	const { sessionId, boardId } = await done(createSession, facilitator, asked);
	const colleague = await withAccount(house, 'Cora Fremd');
	const steps = await listSteps(around.db, tenantId, sessionId);
	const goTo = async (kind: StepKind) => {
		const to = steps.find((step) => step.kind === kind)?.id;
		await done(moveStep, facilitator, { sessionId, to });
	};
	const { code } = (await findSession(around.db, tenantId, sessionId))!;
	const comes = async (actor: TestActor): Promise<Guest> => {
		const { participantId } = await done(joinSession, actor, { code, name: '', group: 'politics' });
		return { guest: actor, participantId };
	};
	const opened = {
		sessionId,
		boardId,
		guest: await comeIn(house, sessionId, 'Ada Gast'),
		member: await memberComes(house, sessionId),
		colleague: await comes(colleague)
	};
	await done(moveStep, facilitator, { sessionId, to: 'next' });
	await goTo(kind);
	return { ...opened, goTo, now: async () => (await findSession(around.db, tenantId, sessionId))! };
}

/** What phones of those inside, and the lead, see at this moment. */
export const statesOf = (live: LiveSessions, { tenantId }: House, sessionId: string) => ({
	phone: async () => (await live.stateFor(tenantId, sessionId, 'participant')) as ParticipantState,
	lead: async () => (await live.stateFor(tenantId, sessionId, 'lead')) as LeadState,
	wall: () => live.stateFor(tenantId, sessionId, 'projector'),
	outside: () => live.stateFor(tenantId, sessionId, 'outside')
});
