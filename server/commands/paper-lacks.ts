import { statesFigure } from '#domain/goals/measurable.ts';
import type { ReleaseItem } from '#domain/goals/release.ts';
import type { PaperDraft } from '#domain/papers/paper-release.ts';
import type { GoalView } from '#protocol/goal-views.ts';
import type { PaperView } from '#protocol/paper-views.ts';

/** A paper as the rules of the release know it. `proposal` are the words as they stand now. */
export function draftOf(
	{ subject, type, stops }: Pick<PaperView, 'subject' | 'type' | 'stops'>,
	proposal: string
): PaperDraft {
	return {
		subject,
		type,
		proposal,
		reasoning: '',
		consultationCount: stops.length,
		decides: stops.some(({ authoritative, body }) => authoritative && body.decides),
		openChecks: [],
		openComments: 0
	};
}

/** The goals of a version as the rules of the release know them. */
export function releaseItems(goals: readonly GoalView[]): ReleaseItem[] {
	return goals
		.filter(({ status }) => status !== 'dropped')
		.map(({ itemId, levelKey, parentItemId, number, text, leadOffice, horizonYear, indicators }) => ({
			itemId,
			levelKey,
			parentItemId,
			number,
			leadOffice,
			horizonYear,
			hasIndicator: indicators.length > 0,
			hasProduct: false,
			measurable: statesFigure(text)
		}));
}
