import { describe, expect, test } from 'vitest';
import { docToPlain, type DocNode } from '#domain/texts/doc.ts';
import { changesBetween } from '../rewordings/changes.ts';
import { minutesText } from './minutes-text.ts';
import { asLeftBy, type MinutedMotion, type MinutedSuggestion, type Sitting } from './sitting.ts';

const zone = 'Europe/Berlin';
const at = (time: string) => new Date(`2026-11-28T${time}:00+01:00`);
const block = (type: string, id: string, text: string): DocNode => ({
	type,
	attrs: { id, ...(type === 'heading' && { level: 2 }) },
	content: [{ type: 'text', text }]
});
const p = (id: string, text: string) => block('paragraph', id, text);
const care = 'Wir fördern die Pflege.';
const body = {
	type: 'doc' as const,
	content: [block('heading', 'h', 'Soziales'), p('care', care), p('ways', 'Wir bauen Radwege.')]
};

let made = 0;
/** A suggestion for one paragraph of the text. */
function suggestion(id: string, young: string, more: Partial<MinutedSuggestion> = {}): MinutedSuggestion {
	const content = body.content.map((node) => (node.attrs?.id === id ? p(id, young) : node));
	const [change] = changesBetween(body, { type: 'doc', content });
	return {
		...{ id: `s${++made}`, author: { name: 'Dora', group: null }, basis: null, at: at('10:00'), heading: 'Soziales' },
		...{ reason: '', state: 'open', variant: null, decision: null, polls: [], objections: [] },
		...change!,
		...more
	};
}

const sitting = (more: Partial<Sitting> = {}): Sitting => ({
	...{
		title: 'Strategiekommission',
		about: 'Vision 2035',
		body,
		present: ['Dora Grün', 'Emil Grün'],
		keeper: 'Frau Weber'
	},
	...{ from: at('09:30'), until: at('12:00'), begun: at('12:05'), suggestions: [], motions: [], versions: [] },
	...more
});
const said = (more: Partial<Sitting> = {}) => docToPlain(minutesText(sitting(more), 'de', zone));

describe('the minutes of a sitting', () => {
	test('begin with the day, the hours and who was there', () => {
		expect(said()).toBe(
			[
				'Niederschrift: Strategiekommission',
				'Beratener Text: Vision 2035',
				'Tag: Samstag, 28. November 2026',
				'Beginn: 09:30 Uhr, Ende: 12:00 Uhr',
				'Protokollführung: Frau Weber',
				'Anwesend',
				'Dora Grün',
				'Emil Grün',
				'Vorschläge',
				'In dieser Sitzung lagen keine Vorschläge vor.'
			].join('\n')
		);
		expect(said({ present: [] })).toContain('Noch niemand eingetragen.');
		expect(said({ until: new Date('2026-11-29T00:15:00+01:00') })).toContain('Ende: 29.11.2026, 00:15 Uhr');
	});

	test('name what became of each suggestion, in the order of the text', () => {
		const words = said({
			suggestions: [
				suggestion('ways', 'Wir bauen Radwege und Brücken.', {
					...{ author: { name: 'Emil', group: 'Fraktion Rad' }, state: 'rejected' },
					decision: { at: at('10:20'), reason: 'Zu teuer.' }
				}),
				suggestion('care', 'Wir fördern gute Pflege.', {
					...{ reason: 'Es geht um Güte.', state: 'accepted', decision: { at: at('10:15'), reason: '' } },
					polls: [{ agree: 31, bearable: 2, object: 1 }],
					objections: [{ name: 'Frida', text: 'Nicht messbar.' }]
				}),
				suggestion('care', 'Wir sichern die Pflege.', { state: 'deferred', decision: { at: at('10:30'), reason: '' } }),
				suggestion('ways', 'Wir bauen Wege.')
			]
		});
		expect(words.slice(words.indexOf('Vorschläge'))).toBe(
			[
				'Vorschläge',
				'Die Zeilen zählen nach dem Text vom 28.11.2026, 12:05 Uhr.',
				'Zeile 2: Wir fördern die Pflege.',
				'Dora, eingereicht am 28.11.2026, 10:00 Uhr',
				'Bisher: „Wir fördern die Pflege.“',
				'Vorschlag: „Wir fördern gute Pflege.“',
				'Begründung: Es geht um Güte.',
				'Stimmungsbild: 31 Zustimmung, 2 kann ich mittragen, 1 Einwand',
				'Einwand von Frida: „Nicht messbar.“',
				'Übernommen am 28.11.2026, 10:15 Uhr',
				'Dora, eingereicht am 28.11.2026, 10:00 Uhr',
				'Bisher: „Wir fördern die Pflege.“',
				'Vorschlag: „Wir sichern die Pflege.“',
				'Zurückgestellt am 28.11.2026, 10:30 Uhr',
				'Zeile 3: Wir bauen Radwege.',
				'Emil für Fraktion Rad, eingereicht am 28.11.2026, 10:00 Uhr',
				'Bisher: „Wir bauen Radwege.“',
				'Vorschlag: „Wir bauen Radwege und Brücken.“',
				'Abgelehnt am 28.11.2026, 10:20 Uhr. Begründung: Zu teuer.',
				'Dora, eingereicht am 28.11.2026, 10:00 Uhr',
				'Bisher: „Wir bauen Radwege.“',
				'Vorschlag: „Wir bauen Wege.“',
				'Offen'
			].join('\n')
		);
	});

	test('say on whose suggestion a compromise was built, and know no name where there is none', () => {
		const compromise = suggestion('care', 'Wir fördern und sichern die Pflege.', {
			author: { name: null, group: null },
			basis: { name: 'Dora', group: 'Fraktion Grün' }
		});
		const words = said({ suggestions: [compromise] });
		expect(words).toContain('Ohne Namen, eingereicht');
		expect(words).toContain('Kompromiss auf der Grundlage des Vorschlags von: Dora für Fraktion Grün');
	});

	test('tell of every round of a poll, and of what the body is left to choose', () => {
		const left = suggestion('care', 'Wir fördern gute Pflege.', {
			...{ state: 'variant', variant: 2, decision: { at: at('09:00'), reason: '' } },
			polls: [
				{ agree: 3, bearable: 0, object: 0 },
				{ agree: 4, bearable: 1, object: 2 }
			]
		});
		expect(said({ suggestions: [left] })).toContain(
			[
				'Stimmungsbild, Runde 1: 3 Zustimmung, 0 kann ich mittragen, 0 Einwände',
				'Stimmungsbild, Runde 2: 4 Zustimmung, 1 kann ich mittragen, 2 Einwände',
				'Geht als Variante B weiter am 28.11.2026, 09:00 Uhr'
			].join('\n')
		);
	});

	test('tell of what was taken back only that it was', () => {
		const words = said({
			suggestions: [
				suggestion('care', 'Wir vergessen die Pflege.', {
					...{ reason: 'Ein Irrtum.', state: 'withdrawn', decision: { at: at('11:00'), reason: '' } },
					polls: [{ agree: 0, bearable: 0, object: 3 }]
				})
			]
		});
		expect(words).toContain('Zurückgezogen am 28.11.2026, 11:00 Uhr');
		expect(words).not.toMatch(/vergessen|Irrtum|Stimmungsbild/);
	});

	test('list apart what no longer stands in the text, with the heading under which it stood', () => {
		const gone = { ...suggestion('care', 'Wir fördern mehr.'), before: [p('old', 'Alt.')], after: [p('old', 'Neu.')] };
		expect(said({ suggestions: [gone] })).toContain(
			'Ohne Anker: Die Stelle steht nicht mehr im Text\nDora, eingereicht am 28.11.2026, 10:00 Uhr\nBisher: „Alt.“\nVorschlag: „Neu.“\nOffen\nStand unter „Soziales“'
		);
	});

	test('say what is added and what goes in whole paragraphs', () => {
		const before = [p('care', care)];
		const added = { ...suggestion('care', 'x'), before, after: [...before, p('new', 'Wir helfen.\nAllen.')] };
		const removed = { ...suggestion('care', 'x'), before, after: [] };
		const words = said({ suggestions: [added, removed] });
		expect(words).toContain('Neu: „Wir helfen.\nAllen.“');
		expect(words).toContain('Entfällt: „Wir fördern die Pflege.“');
		const bold = [{ ...before[0]!, content: [{ type: 'text', text: care, marks: [{ type: 'bold' }] }] }];
		expect(said({ suggestions: [{ ...added, after: bold }] })).toContain('Nur die Gestaltung ändert sich.');
	});

	test('count the votes on motions that were decided meanwhile, and name the versions that were kept', () => {
		const motion: MinutedMotion = {
			...{ number: 3, version: '2', lines: { first: 2, last: 3 }, author: { name: 'Emil', group: 'Fraktion Rad' } },
			...{ before: [p('care', care)], after: [p('care', 'Wir fördern alles.')], state: 'accepted', decided: null },
			...{ tally: { yes: 31, no: 1, abstain: 2 }, at: at('11:30') }
		};
		const version = { number: '3', sha256: 'abc', at: at('11:45') };
		const words = said({
			motions: [motion, { ...motion, number: 4, at: at('12:30') }],
			versions: [{ ...version, number: '2', at: at('09:00') }, version]
		});
		expect(words).toContain(
			'ÄA-3 zu Fassung 2, Zeile 2 bis 3\nEmil für Fraktion Rad\nBisher: „Wir fördern die Pflege.“'
		);
		expect(words).toContain('Angenommen am 28.11.2026, 11:30 Uhr. 31 Ja, 1 Nein, 2 Enthaltungen');
		expect(words).not.toContain('ÄA-4');
		expect(said({ motions: [{ ...motion, number: -1 }] })).toContain('Variante A zu Fassung 2, Zeile 2 bis 3');
		expect(words).toMatch(
			/Festgehaltene Fassungen\nFassung 3, festgehalten am 28\.11\.2026, 11:45 Uhr\nPrüfsumme \(SHA-256\): abc$/
		);
	});

	test('can be begun in English, too', () => {
		const words = docToPlain(minutesText(sitting({ suggestions: [suggestion('care', 'Care.')] }), 'en', zone));
		expect(words).toContain('Day: Saturday, 28 November 2026');
		expect(words).toContain('Line 2: Wir fördern die Pflege.');
	});
});

describe('a suggestion', () => {
	const span = { from: at('09:30'), until: at('12:00') };
	test('belongs to a sitting that decided about it or left it open, not to one that never met it', () => {
		const settled = (time: string, state: MinutedSuggestion['state'] = 'accepted') =>
			suggestion('care', 'Wir fördern mehr.', { at: at('08:00'), state, decision: { at: at(time), reason: '' } });
		expect(asLeftBy(span, suggestion('care', 'Später.', { at: at('13:00') }))).toBeNull();
		expect(asLeftBy(span, settled('09:00'))).toBeNull();
		expect(asLeftBy(span, settled('10:00'))).toMatchObject({ state: 'accepted' });
		expect(asLeftBy(span, settled('13:00'))).toMatchObject({ state: 'open', decision: null });
		expect(asLeftBy(span, settled('09:00', 'deferred'))).toMatchObject({ state: 'deferred' });
	});
});
