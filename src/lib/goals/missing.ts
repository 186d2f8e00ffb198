import type { Level, Requirement } from '#domain/goals/level-scheme.ts';
import { statesFigure } from '#domain/goals/measurable.ts';

/** What the form for a goal knows so far. */
export interface Filled {
	text: string;
	leadOffice: string;
	horizonYear: string;
	hasParent: boolean;
	hasIndicator: boolean;
	hasProduct: boolean;
}

/** What a goal still lacks, in the order of the form. */
export type Lack = 'parent' | 'lead-office' | 'horizon' | 'indicator' | 'product';

/**
 * What a goal of this level lacks. `now` is what its form asks for: an office always, parent and year where the level wants
 * them. `later` is added on the goal's own page and must be there before the version is released.
 */
export function lacksOf(level: Level, filled: Filled): { now: Lack[]; later: Lack[] } {
	const needs = (requirement: Requirement) => level.requires.includes(requirement);
	const figure = needs('indicator') || (needs('indicator-if-measurable') && statesFigure(filled.text));
	const now: Lack[] = [];
	if (level.parentRequired && !filled.hasParent) now.push('parent');
	if (filled.leadOffice.trim() === '') now.push('lead-office');
	if (needs('horizon') && filled.horizonYear.trim() === '') now.push('horizon');
	const later: Lack[] = [];
	if (figure && !filled.hasIndicator) later.push('indicator');
	if (needs('product') && !filled.hasProduct) later.push('product');
	return { now, later };
}
