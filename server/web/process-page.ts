import { may } from '#domain/rights/rights.ts';
import { standingsOf } from '../auth/standings.ts';
import { findProcess } from '../db/repositories/processes.ts';
import { notFound, requireMember, requireRight } from './guard.ts';

type Event = Parameters<typeof requireMember>[0] & { params: { id: string } };

/** What every page of a process begins with: the process, for those who may read it, and whether this person sees how all are doing, and manages it. */
export async function processPage(event: Event) {
	const { db } = event.locals.app;
	const { tenantId } = requireMember(event);
	const process = (await findProcess(db, tenantId, event.params.id)) ?? notFound();
	const at = { tenantId, processId: process.id };
	const person = await requireRight(event, 'process.read', at);
	const held = await standingsOf(db, person, at);
	const [leads, manages] = [may(held, 'process.oversee'), may(held, 'process.manage')];
	return { process, tenantId, person, held, leads, manages };
}
