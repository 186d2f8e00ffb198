import { redirect, type RequestHandler } from '@sveltejs/kit';
import * as v from 'valibot';
import { ownPath } from '#lib/shell/own-path.ts';

const shape = v.object({
	theme: v.optional(v.picklist(['system', 'light', 'dark'])),
	locale: v.optional(v.picklist(['de', 'en'])),
	back: v.optional(v.string(), '/')
});

/** Keeps theme and language on this device and returns to the page. Works without JavaScript. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
	const parsed = v.safeParse(shape, Object.fromEntries(await request.formData()));
	if (!parsed.success) redirect(303, '/');
	const { theme, locale, back } = parsed.output;
	const keep = { path: '/', maxAge: 60 * 60 * 24 * 365, httpOnly: false, secure: url.protocol === 'https:' } as const;
	if (theme) cookies.set('wr_theme', theme, keep);
	if (locale) cookies.set('wr_locale', locale, keep);
	redirect(303, ownPath(back));
};
