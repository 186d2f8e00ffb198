import { describe, expect, test } from 'vitest';
import type { ClusterView, MeasureChoice, OptionView, RoundView } from '#protocol/session-state.ts';
import { RoundDraft } from './round-draft.svelte.ts';
import { votableFrom } from './votable.ts';

const topics = ['Mobilität', 'Pflege', ''].map((title, at) => ({ elementId: `e${at}`, title }) as ClusterView);
const votable = votableFrom(topics, []);
const measure = (measureId: string, contested = false): MeasureChoice => ({ measureId, title: measureId, contested });
const option = (id: string, elementId: string | null, passive = false): OptionView => ({
	id,
	label: `Wortlaut ${id}`,
	textVersionId: id,
	passive,
	elementId,
	measureId: null
});
const closed = (more: Partial<RoundView>) =>
	({
		method: 'dots',
		params: { dots: 2, maxPerOption: 1 },
		voteClass: 'mood',
		secrecy: 'secret',
		quorum: 4,
		...more
	}) as RoundView;

describe('preparing a round', () => {
	test('all topics with a name stand for choice, and the usual rules follow their number', () => {
		const draft = new RoundDraft(() => votable, { question: '' });
		expect([draft.count, draft.params]).toEqual([2, { dots: 2, maxPerOption: 1 }]);
		draft.choose('e1', false);
		draft.further = 'Radweg\n\n  Buslinie ';
		expect([draft.lines, draft.count]).toEqual([['Radweg', 'Buslinie'], 3]);
		expect(draft.params).toEqual({ dots: 2, maxPerOption: 1 });
		draft.set((rules) => (rules.dots = 7));
		draft.choose('e1', true);
		expect(draft.params.dots).toBe(7);
	});

	test('a run-off is between those that were tied, typed ones included, by the same rules', () => {
		const round = closed({
			method: 'resistance',
			params: { scaleMax: 5 },
			options: [option('a', 'e0'), option('b', null), option('c', 'e1'), option('n', null, true)]
		});
		const draft = new RoundDraft(() => votable, { question: '', previous: { round, optionIds: ['a', 'b', 'n'] } });
		expect(draft.chosen.map(({ id }) => id)).toEqual(['e0']);
		expect(draft.lines).toEqual(['Wortlaut b']);
		expect([draft.method, draft.params, draft.voteClass, draft.secrecy, draft.quorum]).toEqual([
			'resistance',
			{ scaleMax: 5 },
			'mood',
			'secret',
			4
		]);
	});

	test('the next round about a proposal begins with the words of the last one', () => {
		const round = closed({ method: 'consent', params: {}, options: [option('a', null)] });
		const draft = new RoundDraft(() => votable, { question: '', previous: { round, optionIds: ['a'] } });
		expect([draft.single, draft.typed, draft.proposal]).toEqual([true, 'Wortlaut a', '']);
	});

	test('a vote about a joint budget begins with all measures and criteria, then with what scenarios differ about', () => {
		const draftOver = (...measures: MeasureChoice[]) =>
			new RoundDraft(() => votableFrom(topics, measures), { question: '' });
		const first = draftOver(measure('m1'), measure('m2'));
		expect([first.method, first.chosen.map(({ id }) => id)]).toEqual(['weighted', ['m1', 'm2']]);
		const rest = draftOver(measure('m1'), measure('m2', true), measure('m3', true));
		expect([rest.method, rest.chosen.map(({ id }) => id)]).toEqual(['resistance', ['m2', 'm3']]);
		const measures = [measure('m1'), measure('m2')];
		const open = new RoundDraft(() => votableFrom(topics, measures), { question: '' });
		expect(open.leftOut('e0')).toBe(true);
		open.choose('e0', true);
		expect([open.leftOut('e0'), open.count]).toEqual([false, 3]);
		rest.method = 'majority';
		rest.proposal = 'm2';
		expect(rest.field).toBe('measureId');
	});

	test('a run-off between measures is about them again, not about their words', () => {
		const options = [
			{ ...option('a', null), measureId: 'm1' },
			{ ...option('b', null), measureId: 'm2' }
		];
		const round = closed({ method: 'resistance', params: { scaleMax: 5 }, options });
		const measures = [measure('m1'), measure('m2'), measure('m3')];
		const draft = new RoundDraft(() => votableFrom(topics, measures), {
			question: '',
			previous: { round, optionIds: ['a', 'b'] }
		});
		expect([draft.chosen.map(({ id }) => id), draft.further]).toEqual([['m1', 'm2'], '']);
	});
});
