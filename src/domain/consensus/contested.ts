import type { AnyMethod } from './methods.ts';

/** From fewer answers nothing about a group can be said. */
const fewest = 4;

/**
 * The options about which a group is far apart (starke Uneinigkeit): at least a quarter of those who answered stand in the lowest third of
 * the scale, and at least a quarter in the highest. Only methods with a scale can say it.
 */
export function contested(
	method: AnyMethod,
	params: unknown,
	options: readonly string[],
	payloads: readonly unknown[]
): string[] {
	return options.filter((option) => {
		const places = payloads.flatMap((payload) => method.position(params, payload, option) ?? []);
		const quarter = places.length / 4;
		const low = places.filter((place) => place * 3 <= 1).length;
		const high = places.filter((place) => place * 3 >= 2).length;
		return places.length >= fewest && low >= quarter && high >= quarter;
	});
}
