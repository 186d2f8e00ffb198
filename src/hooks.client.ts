import type { ClientInit } from '@sveltejs/kit';
import { isLocale, overwriteGetLocale } from '#paraglide/runtime.js';

/** The language of a page stands in its first tag. Otherwise every text on it would look into the cookies. */
export const init: ClientInit = () => {
	const { lang } = document.documentElement;
	if (isLocale(lang)) overwriteGetLocale(() => lang);
};
