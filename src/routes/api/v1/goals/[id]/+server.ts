import { json, type RequestHandler } from '@sveltejs/kit';
import * as v from 'valibot';
import { lineageOfItem } from '#server/db/repositories/goals.ts';
import { provenanceOf } from '#server/db/repositories/provenance.ts';
import { notFound, requireRight } from '#server/web/guard.ts';

/** A goal in all versions it stands in, and the way back to the cards it came from. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	const { actor, app } = locals;
	if (actor.kind !== 'person') return json({ problem: { code: 'right.not-signed-in' } }, { status: 401 });
	const { tenantId } = await requireRight({ locals, url }, 'goal.read', { tenantId: actor.tenantId });
	const id = v.safeParse(v.pipe(v.string(), v.uuid()), params.id);
	const versions = id.success ? await lineageOfItem(app.db, tenantId, id.output) : [];
	if (!id.success || versions.length === 0) notFound();
	return json({ itemId: id.output, versions, provenance: await provenanceOf(app.db, tenantId, id.output) });
};
