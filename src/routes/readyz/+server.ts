import { text, type RequestHandler } from '@sveltejs/kit';
import { sql } from 'drizzle-orm';

/** The process can serve: its database answers. */
export const GET: RequestHandler = async ({ locals }) => {
	try {
		await locals.app.db.execute(sql`select 1`);
		return text('ok');
	} catch {
		return text('the database does not answer', { status: 503 });
	}
};
