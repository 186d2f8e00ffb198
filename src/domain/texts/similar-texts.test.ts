import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { likeness, SimilarTexts, wordStems } from './similar-texts.ts';

describe('similar texts', () => {
	test('spelling, capitals and usual endings make no difference', () => {
		for (const word of ['Straßen', 'STRASSE', 'Strassen', 'die Straße']) expect(wordStems(word)).toEqual(['strass']);
		expect(likeness('Bäume pflanzen', 'BAEUME gepflanzt')).toBeGreaterThan(0.5);
		expect(likeness('Radweg nach Schöningen', 'Radwegenetz ausbauen')).toBeGreaterThan(0.15);
		expect(likeness('Mehr Kitaplätze', 'Kita-Plätze fehlen')).toBeGreaterThan(0.15);
	});

	test('words that stand in every card make nothing alike', () => {
		expect(likeness('Wir sollten mehr für die Pflege tun', 'Wir sollten mehr für die Jugend tun')).toBeLessThan(0.5);
		expect(likeness('und oder aber', 'und oder aber')).toBe(0);
	});

	const words = fc
		.array(fc.constantFrom('Radweg', 'Bus', 'Straße', 'Pflege', 'Äcker', 'und', '', '!', '🚲', 'Ökostrom'))
		.map((all) => all.join(' '));

	test('one is like the other exactly as much as the other like the one', () => {
		fc.assert(
			fc.property(fc.oneof(words, fc.string()), fc.oneof(words, fc.string()), (one, other) => {
				const alike = likeness(one, other);
				expect(alike).toBe(likeness(other, one));
				expect(alike).toBeGreaterThanOrEqual(0);
				expect(alike).toBeLessThanOrEqual(1);
			})
		);
	});

	test('never offers a card itself, at most three, and nothing for a card without words', () => {
		fc.assert(
			fc.property(fc.array(words, { maxLength: 12 }), fc.nat(), (texts, pick) => {
				const all = texts.map((text, at) => ({ id: `n${at}`, text }));
				const id = `n${texts.length === 0 ? 0 : pick % texts.length}`;
				const found = new SimilarTexts(all).to(new Set([id]));
				expect(found).not.toContain(id);
				expect(found.length).toBeLessThanOrEqual(3);
				const own = all.find((one) => one.id === id);
				if (!own || wordStems(own.text).length === 0) expect(found).toEqual([]);
				for (const other of found) expect(wordStems(all.find((one) => one.id === other)!.text)).not.toEqual([]);
			})
		);
	});

	test('finds the same topic among 300 cards nine times in ten', () => {
		const topics = [
			['Radweg', 'Radwege', 'Radverkehr', 'Fahrradweg', 'Radwegenetz'],
			['Pflegeplätze', 'Kurzzeitpflege', 'Pflege zu Hause', 'Pflegedienst', 'Pflegestützpunkt'],
			['Kitaplatz', 'Kitas', 'Kita-Plätze', 'Kitagebühren', 'Kita'],
			['Glasfaser', 'Glasfaserausbau', 'Glasfasernetz', 'Glasfaseranschluss', 'Glasfaser im Dorf'],
			['Jugendtreff', 'Jugendclub', 'Jugendarbeit', 'Jugendrat', 'Jugendzentrum'],
			['Wohnungen', 'Wohnungsbau', 'Wohnung', 'Wohnungsmangel', 'Wohnungstausch']
		];
		const places = [
			'in Schöningen',
			'für Königslutter',
			'am Elm',
			'im Landkreis',
			'bis 2030',
			'mit Vereinen',
			'sichern',
			'ausbauen',
			'erhalten',
			'besser vernetzen'
		];
		const all = topics.flatMap((said, topic) =>
			said.flatMap((word) =>
				places.map((place) => ({ id: `${topic} ${word} ${place}`, text: `${word} ${place}`, topic }))
			)
		);
		expect(all).toHaveLength(300);
		const similar = new SimilarTexts(all);
		let [right, offered] = [0, 0];
		for (const { id, topic } of all)
			for (const found of similar.to(new Set([id]))) {
				offered++;
				if (all.find((one) => one.id === found)!.topic === topic) right++;
			}
		expect(offered).toBeGreaterThan(600);
		expect(right / offered).toBeGreaterThan(0.9);
	});
});
