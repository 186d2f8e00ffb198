import { ok, refuse, type Result } from '../result.ts';
import type { Method } from './method.ts';
import { consent } from './methods/consent.ts';
import { dots } from './methods/dots.ts';
import { hand } from './methods/hand.ts';
import { majority } from './methods/majority.ts';
import { pairwise } from './methods/pairwise.ts';
import { points } from './methods/points.ts';
import { ranking } from './methods/ranking.ts';
import { recorded } from './methods/recorded.ts';
import { resistance } from './methods/resistance.ts';
import { weighted } from './methods/weighted.ts';

/** Every way to decide. A new method is one file and one line here; the contract test walks them. */
export const methods = {
	dots,
	points,
	ranking,
	resistance,
	consent,
	weighted,
	pairwise,
	majority,
	hand,
	recorded
} as const;

/** The name of a method. */
export type MethodKey = keyof typeof methods;

/** A method of which only the registry knows what its params and ballots look like. */
export type AnyMethod = Method<unknown, unknown, unknown>;

/** The method of this name, as stored with a round; `round.method-unknown` if this program does not know it. */
export function methodNamed(key: string): Result<AnyMethod> {
	return Object.hasOwn(methods, key)
		? ok<AnyMethod>(methods[key as MethodKey])
		: refuse({ code: 'round.method-unknown', method: key });
}
