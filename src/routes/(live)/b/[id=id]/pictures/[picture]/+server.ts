import type { RequestHandler } from '@sveltejs/kit';
import { isPicture } from '#board/elements/image.ts';
import { pictureTypes } from '#domain/pictures/picture.ts';
import { findPicture } from '#server/db/repositories/pictures.ts';
import { requireBoard } from '#server/web/board-visit.ts';
import { notFound } from '#server/web/guard.ts';

/** A picture of this board, for whoever may read the board. It never changes, but the right to it is asked each time. */
export const GET: RequestHandler = async (event) => {
	const { id = '', picture = '' } = event.params;
	const { board, person } = await requireBoard(event, id);
	const found = isPicture(picture)
		? ((await findPicture(event.locals.app.db, person.tenantId, board.id, picture)) ?? notFound())
		: notFound();
	const headers = {
		etag: `"${picture}"`,
		'cache-control': 'private, no-cache',
		'x-content-type-options': 'nosniff',
		'content-security-policy': "default-src 'none'; sandbox",
		'cross-origin-resource-policy': 'same-origin'
	};
	if (event.request.headers.get('if-none-match') === headers.etag) return new Response(null, { status: 304, headers });
	return new Response(Buffer.from(found.bytes), { headers: { ...headers, 'content-type': pictureTypes[found.kind] } });
};
