import { soundClip } from './clip-format.ts';
import { legendFrom } from './legend.ts';
import type { ScaffoldPlan } from './scaffold-plan.ts';

/**
 * A plan as it can be laid out, from wherever it was kept: an older or a newer program may have kept it, so that it is read as a
 * stranger's clipboard is.
 */
export function planFrom(told: { scaffold: unknown; legend: unknown }): ScaffoldPlan {
	const things: readonly unknown[] = Array.isArray(told.scaffold) ? told.scaffold : [];
	const locked = things.map((each) => ({ ...(typeof each === 'object' && each), layer: 'scaffold' }));
	return { scaffold: soundClip(locked), legend: legendFrom(told.legend) };
}
