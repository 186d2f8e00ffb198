import { expect, test } from 'vitest';
import { buildMinutes } from '#domain/minutes/build-minutes.ts';
import { cardsTable } from './cards-table.ts';

const card = (elementId: string, shown = true) => ({
	elementId,
	stepId: 'c',
	participantId: 'p',
	text: `Idee ${elementId}`,
	late: false,
	shown
});

test('the table holds unvoted cards too, says what class a vote was, and only counts what is hidden', () => {
	const minutes = buildMinutes({
		session: { id: 's', title: 'Fachgruppe', question: '', state: 'running', endedAt: null },
		process: '',
		group: null,
		part: 'public',
		nonPublicParts: [],
		people: [],
		steps: [{ id: 'c', kind: 'collect', title: 'Sammeln', prompt: '', minutes: 12 }],
		visits: [],
		cards: [card('a'), card('b'), card('x', false), card('y', false)],
		board: {
			cards: [
				{ elementId: 'a', text: 'Idee a', clusterId: 'k' },
				{ elementId: 'b', text: 'Idee b', clusterId: null }
			],
			clusters: [{ elementId: 'k', title: 'Verkehr' }]
		},
		rounds: [
			{
				id: 'r',
				stepId: 'w',
				question: 'Was zuerst?',
				method: 'dots',
				params: { dots: 1, maxPerOption: 1 },
				voteClass: 'mood',
				secrecy: 'group',
				named: false,
				state: 'closed',
				roundNo: 1,
				previousRoundId: null,
				quorum: null,
				cancelReason: null,
				arguments: [],
				cast: 0,
				options: [{ id: 'o', label: 'Verkehr', textVersionId: 't', passive: false, elementId: 'k' }],
				late: { admitted: 0, declined: 0 },
				result: {
					tally: { total: { o: 7 } },
					outcome: null,
					contested: [],
					byGroup: null,
					quorate: null,
					sha256: ''
				},
				electorate: [],
				voted: [],
				answers: []
			}
		],
		agreements: [],
		now: 0
	});
	const [, ...rows] = cardsTable(minutes);
	expect(rows).toEqual([
		[
			1,
			'Sammeln',
			'',
			'Idee a',
			'Verkehr',
			'nein',
			'ja',
			'Was zuerst?',
			'Stimmungsbild – kein förmlicher Beschluss',
			7
		],
		[2, 'Sammeln', '', 'Idee b', '', 'nein', 'ja', '', '', ''],
		['', 'Sammeln', '', 'Noch verdeckt: 2 Karten', '', '', '', '', '', '']
	]);
});
