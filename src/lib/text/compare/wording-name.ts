import * as m from '#paraglide/messages.js';

/** "Fassung 2", or the text as it is now. */
export const wordingName = ({ number }: { number: string | null }): string =>
	number === null ? m.text_compare_now() : m.text_version({ number });
