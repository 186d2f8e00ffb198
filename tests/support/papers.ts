import { and, eq } from 'drizzle-orm';
import { createPaper } from '#server/commands/create-paper.ts';
import { planConsultation } from '#server/commands/plan-consultation.ts';
import { recordOutcome } from '#server/commands/record-outcome.ts';
import { releasePaper } from '#server/commands/release-paper.ts';
import { listGoals } from '#server/db/repositories/goals.ts';
import { goalRevisions, goalVersions } from '#server/db/schema/goals.ts';
import { bodies } from '#server/db/schema/organisation.ts';
import { newId } from '#server/ids.ts';
import type { House } from './house.ts';

/** A paper of Helmstedt with its stops in their order. */
export interface TravellingPaper {
	paperId: string;
	textId: string;
	stops: { aws: string; kreisausschuss: string; kreistag: string };
}

/** The id of a body of Helmstedt. */
export async function bodyNamed({ around, tenantId }: House, key: string): Promise<string> {
	const [found] = await around.db
		.select({ id: bodies.id })
		.from(bodies)
		.where(and(eq(bodies.tenantId, tenantId), eq(bodies.key, key)));
	if (!found) throw new Error(`There is no body ${key}`);
	return found.id;
}

/** What the Vorlage of 13.08.2024 says about itself. */
export const paperOf = (house: House, versionId = house.versionId) => ({
	processId: house.processId,
	versionId,
	subject: 'Strategische Ausrichtung des Landkreises Helmstedt – Beschluss der Strategischen Ziele',
	year: 2024,
	date: '2024-08-13',
	unit: 'Assistenz, Strategie und Kommunikation',
	fileNumber: 'A.41 - 10.14.01/04'
});

/** The stops of the Vorlage: committee and Kreisausschuss prepare, the Kreistag decides. */
export async function planChain(house: House, paperId: string): Promise<TravellingPaper['stops']> {
	const plan = async (key: string, meetingDate: string, isPublic: boolean, role = 'preparatory') => {
		const input = { paperId, bodyId: await bodyNamed(house, key), meetingDate, public: isPublic, role };
		return (await house.done(planConsultation, house.steering, input)).consultationId;
	};
	return {
		aws: await plan('aws', '2024-08-22', true),
		kreisausschuss: await plan('kreisausschuss', '2024-09-06', false),
		kreistag: await plan('kreistag', '2024-09-18', true, 'deciding')
	};
}

/** A paper that was released into consultation. */
export async function releasedPaper(house: House, versionId = house.versionId): Promise<TravellingPaper> {
	const { paperId, textId } = await house.done(createPaper, house.steering, paperOf(house, versionId));
	const stops = await planChain(house, paperId);
	await house.done(releasePaper, house.steering, { paperId });
	return { paperId, textId, stops };
}

/** A paper that has come as far as the Kreistag. */
export async function paperBeforeCouncil(house: House, versionId = house.versionId): Promise<TravellingPaper> {
	const paper = await releasedPaper(house, versionId);
	for (const consultationId of [paper.stops.aws, paper.stops.kreisausschuss])
		await house.done(recordOutcome, house.steering, { consultationId, outcome: 'adopted' });
	return paper;
}

/** Takes one goal of a level out of the draft. */
export async function dropGoal({ around, tenantId, versionId }: House, levelKey: string): Promise<void> {
	const goal = (await listGoals(around.db, tenantId, versionId)).find((one) => one.levelKey === levelKey);
	await around.db
		.update(goalRevisions)
		.set({ status: 'dropped', reason: 'Im Strategierat zusammengelegt' })
		.where(and(eq(goalRevisions.versionId, versionId), eq(goalRevisions.itemId, goal?.itemId ?? '')));
}

/** A second draft for the same time with the same goals. */
export async function copyVersion({ around, tenantId, versionId }: House): Promise<string> {
	const id = newId();
	const [version] = await around.db.select().from(goalVersions).where(eq(goalVersions.id, versionId));
	await around.db
		.insert(goalVersions)
		.values({ ...version!, id, state: 'draft', basedOnId: versionId, adoptedBy: null, adoptedAt: null });
	const goals = await around.db
		.select()
		.from(goalRevisions)
		.where(and(eq(goalRevisions.tenantId, tenantId), eq(goalRevisions.versionId, versionId)));
	await around.db.insert(goalRevisions).values(goals.map((goal) => ({ ...goal, id: newId(), versionId: id })));
	return id;
}
