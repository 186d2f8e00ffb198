import type { Axes, AxisWords } from '#board/elements/area.ts';
import type { InQuarter, Quarter } from '#board/matrix.ts';
import * as m from '#paraglide/messages.js';

const quarterWord: Record<Quarter, () => string> = {
	'upper-left': m.kinds_quarter_upper_left,
	'upper-right': m.kinds_quarter_upper_right,
	'lower-left': m.kinds_quarter_lower_left,
	'lower-right': m.kinds_quarter_lower_right
};

/** "oben links: viel Wirkung, wenig Aufwand" */
export function quarterWords({ at, says }: InQuarter): string {
	const place = quarterWord[at]();
	return says.length === 0 ? place : m.kinds_quarter_says({ place, words: says.join(', ') });
}

/** "Waagerecht: Aufwand von wenig bis viel. Senkrecht: Wirkung von wenig bis viel." */
export function axesWords([across, up]: Axes): string {
	return m.kinds_axes({ across: rangeOf(across), up: rangeOf(up) });
}

/** What stands along an axis, from its low to its high end. */
export function alongAxis([title, low, high]: AxisWords): string[] {
	return [low, title && `${title} →`, high];
}

const rangeOf = ([title, low, high]: AxisWords): string =>
	low && high ? m.kinds_axis_range({ title, low, high }).trim() : title;
