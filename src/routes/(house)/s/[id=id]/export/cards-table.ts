import type { Minutes, MinutesCard, MinutesPile } from '#domain/minutes/minutes.ts';
import { classWords } from '#lib/consensus/round-words.ts';
import { groupWords } from '#lib/ui/group-words.ts';
import * as m from '#paraglide/messages.js';

type Row = (string | number)[];
/** The last vote on a card or its cluster. */
type Vote = { question: string; voteClass: string; points: number | '' };

/** All cards of a session as a table, those nobody voted on as well; what is still hidden is one line that only counts. */
export function cardsTable(minutes: Minutes): Row[] {
	const clusters = new Map(minutes.clusters.map(({ elementId, title }) => [elementId, title]));
	const votes = votesOf(minutes);
	const line = (step: string, group: string, card: MinutesCard): Row => {
		const vote = votes.get(card.elementId) ?? votes.get(card.clusterId ?? '');
		return [
			card.number,
			step,
			group,
			card.text,
			clusters.get(card.clusterId ?? '') ?? '',
			card.late ? m.minutes_yes() : m.minutes_no(),
			card.onBoard ? m.minutes_yes() : m.minutes_no(),
			vote?.question ?? '',
			vote?.voteClass ?? '',
			vote?.points ?? ''
		];
	};
	return [
		[
			m.minutes_csv_number(),
			m.minutes_csv_step(),
			m.minutes_csv_group(),
			m.minutes_csv_text(),
			m.minutes_csv_topic(),
			m.minutes_csv_late(),
			m.minutes_csv_on_board(),
			m.minutes_csv_vote(),
			m.minutes_csv_class(),
			m.minutes_csv_points()
		],
		...minutes.steps.flatMap(({ title, piles, hidden }) => [
			...piles.flatMap(({ group, cards }) => cards.map((card) => line(title, groupText(group), card))),
			...(hidden > 0 ? [['', title, '', m.minutes_hidden({ count: hidden }), '', '', '', '', '', '']] : [])
		]),
		...minutes.boardCards.map((card) => line(m.minutes_cards_board(), '', card))
	];
}

function groupText(group: MinutesPile['group']): string {
	if (group === null) return '';
	return group === 'several' ? m.minutes_group_several() : groupWords[group].label();
}

/** Later rounds count more; points are known only once a round is closed. */
function votesOf({ rounds }: Minutes): ReadonlyMap<string, Vote> {
	const votes = new Map<string, Vote>();
	for (const { question, voteClass, options, result } of rounds)
		for (const { id, elementId } of options) {
			if (elementId === null) continue;
			const total = result?.tally.total as Record<string, number> | undefined;
			votes.set(elementId, { question, voteClass: classWords[voteClass](), points: total?.[id] ?? '' });
		}
	return votes;
}
