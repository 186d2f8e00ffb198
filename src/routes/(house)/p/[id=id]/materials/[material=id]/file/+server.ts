import type { RequestHandler } from '@sveltejs/kit';
import { mediaTypes } from '#domain/materials/file-kind.ts';
import { bytesOf } from '#server/db/repositories/materials.ts';
import { downloadHeaders } from '#server/exports/csv.ts';
import { visitMaterial } from '#server/web/material-visit.ts';

/** A file of a process, to be saved and never to be opened as a page of ours. */
export const GET: RequestHandler = async (event) => {
	const { db } = event.locals.app;
	const { tenantId, id, name, kind } = await visitMaterial(event, 'material.read');
	const bytes = await bytesOf(db, tenantId, id);
	return new Response(Buffer.from(bytes), { headers: downloadHeaders(mediaTypes[kind], name) });
};
