import type { Action } from '#domain/rights/rights.ts';
import type { Actor } from '../auth/actor.ts';
import type { App } from '../app.ts';
import { findMaterial, type Material } from '../db/repositories/materials.ts';
import { notFound, requireMember, requireRight } from './guard.ts';

interface Visit {
	locals: { app: App; actor: Actor };
	url: URL;
	params: { id?: string; material?: string };
}

/** The file of the page's process, for whoever may do this with it; a file of another process is not there. */
export async function visitMaterial(visit: Visit, action: Action): Promise<Material> {
	const { tenantId } = requireMember(visit);
	const { id: processId = '', material = '' } = visit.params;
	await requireRight(visit, action, { tenantId, processId });
	const found = await findMaterial(visit.locals.app.db, tenantId, material);
	return found?.processId === processId ? found : notFound();
}
