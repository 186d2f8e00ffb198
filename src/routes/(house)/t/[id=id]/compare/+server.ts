import { redirect, type RequestHandler } from '@sveltejs/kit';

/** Leads a form with two versions to the page on which they are compared. */
export const GET: RequestHandler = ({ params, url }) => {
	const named = (field: string) => encodeURIComponent(url.searchParams.get(field) ?? '');
	redirect(303, `/t/${params.id}/compare/${named('from')}..${named('to')}`);
};
