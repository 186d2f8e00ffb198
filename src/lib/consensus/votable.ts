import type { ClusterView, MeasureChoice } from '#protocol/session-state.ts';
import type { VotingMethod } from './faces.ts';

/** Something that lies ready to be voted on, and the field in which it is sent. */
export interface Votable {
	field: 'elementId' | 'measureId';
	id: string;
	title: string;
	/** Scenarios of the joint budget differ about it. */
	contested: boolean;
}

/** The topics of a board and the measures of the joint budget, as far as they have a name; what the vote is probably about comes first. */
export function votableFrom(clusters: readonly ClusterView[], measures: readonly MeasureChoice[]): Votable[] {
	const topics = clusters.map(
		({ elementId: id, title }) => ({ field: 'elementId', id, title, contested: false }) as const
	);
	const asked = measures.map(({ measureId: id, ...one }) => ({ field: 'measureId', id, ...one }) as const);
	return [...asked, ...topics].filter(({ title }) => title.trim() !== '');
}

/** By what method and about what a first round probably is: the contested measures, if there are some, or all of them, or else the topics. */
export function probableRound(votable: readonly Votable[]): { method: VotingMethod; asked: readonly Votable[] } {
	const contested = votable.filter((one) => one.contested);
	if (contested.length > 0) return { method: 'resistance', asked: contested };
	const measures = votable.filter(({ field }) => field === 'measureId');
	return measures.length > 0 ? { method: 'weighted', asked: measures } : { method: 'dots', asked: votable };
}
