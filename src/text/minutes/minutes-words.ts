import type { AmendmentState } from '#domain/texts/amendments.ts';
import type { Stance, SuggestionState } from '#domain/texts/suggestions.ts';

/** The languages in which minutes can be begun. */
export type MinutesLanguage = 'de' | 'en';

/** The words of minutes; they are part of the text and stay in the language in which it was begun. */
export interface MinutesWords {
	heading(title: string): string;
	about(title: string): string;
	day(day: string): string;
	hours(from: string, until: string): string;
	keeper(name: string): string;
	present: string;
	nobody: string;
	suggestions: string;
	linesOf(moment: string): string;
	noSuggestions: string;
	lines(first: number, last: number): string;
	wordless: string;
	nameless: string;
	by(name: string, group: string): string;
	handedIn(moment: string): string;
	basis(author: string): string;
	reason(words: string): string;
	/** What a passage said and shall say. */
	before(words: string): string;
	after(words: string): string;
	added(words: string): string;
	removed(words: string): string;
	formatOnly: string;
	/** A poll, by its number where a run-off made it several. */
	poll(round: number | null): string;
	stance: Record<Stance, (count: number) => string>;
	objection(words: string, name: string): string;
	fates: Record<Exclude<SuggestionState, 'variant'>, string>;
	goesOnAs(letter: string): string;
	fate(word: string, moment: string): string;
	unanchored: string;
	under(heading: string): string;
	motions: string;
	motion(number: number): string;
	variant(letter: string): string;
	toVersion(motion: string, version: string, lines: string): string;
	motionFates: Record<AmendmentState, string>;
	tally(yes: number, no: number, abstain: number): string;
	decided(words: string): string;
	versions: string;
	version(number: string, moment: string): string;
	fingerprint(sha256: string): string;
	/** A calendar day with its weekday, and a moment. */
	weekday: Intl.DateTimeFormat;
	moment(day: string, time: string): string;
	time(time: string): string;
}

const german: MinutesWords = {
	heading: (title) => `Niederschrift: ${title}`,
	about: (title) => `Beratener Text: ${title}`,
	day: (day) => `Tag: ${day}`,
	hours: (from, until) => `Beginn: ${from}, Ende: ${until}`,
	keeper: (name) => `Protokollführung: ${name}`,
	present: 'Anwesend',
	nobody: 'Noch niemand eingetragen.',
	suggestions: 'Vorschläge',
	linesOf: (moment) => `Die Zeilen zählen nach dem Text vom ${moment}.`,
	noSuggestions: 'In dieser Sitzung lagen keine Vorschläge vor.',
	lines: (first, last) => (first === last ? `Zeile ${first}` : `Zeile ${first} bis ${last}`),
	wordless: 'Ein Absatz ohne Wörter',
	nameless: 'Ohne Namen',
	by: (name, group) => `${name} für ${group}`,
	handedIn: (moment) => `eingereicht am ${moment}`,
	basis: (author) => `Kompromiss auf der Grundlage des Vorschlags von: ${author}`,
	reason: (words) => `Begründung: ${words}`,
	before: (words) => `Bisher: „${words}“`,
	after: (words) => `Vorschlag: „${words}“`,
	added: (words) => `Neu: „${words}“`,
	removed: (words) => `Entfällt: „${words}“`,
	formatOnly: 'Nur die Gestaltung ändert sich.',
	poll: (round) => (round === null ? 'Stimmungsbild' : `Stimmungsbild, Runde ${round}`),
	stance: {
		agree: (count) => `${count} Zustimmung`,
		bearable: (count) => `${count} kann ich mittragen`,
		object: (count) => `${count} ${count === 1 ? 'Einwand' : 'Einwände'}`
	},
	objection: (words, name) => `Einwand von ${name}: „${words}“`,
	fates: {
		open: 'Offen',
		deferred: 'Zurückgestellt',
		accepted: 'Übernommen',
		rejected: 'Abgelehnt',
		amendment: 'Wird als Änderungsantrag geführt',
		withdrawn: 'Zurückgezogen'
	},
	goesOnAs: (letter) => `Geht als Variante ${letter} weiter`,
	fate: (word, moment) => `${word} am ${moment}`,
	unanchored: 'Ohne Anker: Die Stelle steht nicht mehr im Text',
	under: (heading) => `Stand unter „${heading}“`,
	motions: 'Änderungsanträge',
	motion: (number) => `ÄA-${number}`,
	variant: (letter) => `Variante ${letter}`,
	toVersion: (motion, version, lines) => `${motion} zu Fassung ${version}, ${lines}`,
	motionFates: {
		'handed-in': 'Eingereicht',
		accepted: 'Angenommen',
		'accepted-modified': 'Modifiziert angenommen',
		'adopted-by-mover': 'Übernommen',
		rejected: 'Abgelehnt',
		settled: 'Erledigt',
		withdrawn: 'Zurückgezogen'
	},
	tally: (yes, no, abstain) => `${yes} Ja, ${no} Nein, ${abstain} Enthaltungen`,
	decided: (words) => `Beschlossen wurde statt dessen: „${words}“`,
	versions: 'Festgehaltene Fassungen',
	version: (number, moment) => `Fassung ${number}, festgehalten am ${moment}`,
	fingerprint: (sha256) => `Prüfsumme (SHA-256): ${sha256}`,
	weekday: new Intl.DateTimeFormat('de-DE', { dateStyle: 'full', timeZone: 'UTC' }),
	moment: (day, time) => `${day.slice(8)}.${day.slice(5, 7)}.${day.slice(0, 4)}, ${time} Uhr`,
	time: (time) => `${time} Uhr`
};

const english: MinutesWords = {
	heading: (title) => `Minutes: ${title}`,
	about: (title) => `Text that was discussed: ${title}`,
	day: (day) => `Day: ${day}`,
	hours: (from, until) => `Beginning: ${from}, end: ${until}`,
	keeper: (name) => `Minutes taken by: ${name}`,
	present: 'Present',
	nobody: 'Nobody entered yet.',
	suggestions: 'Suggestions',
	linesOf: (moment) => `Lines are those of the text as of ${moment}.`,
	noSuggestions: 'There were no suggestions in this sitting.',
	lines: (first, last) => (first === last ? `Line ${first}` : `Lines ${first} to ${last}`),
	wordless: 'A paragraph without words',
	nameless: 'Without a name',
	by: (name, group) => `${name} for ${group}`,
	handedIn: (moment) => `handed in on ${moment}`,
	basis: (author) => `Compromise built on the suggestion by: ${author}`,
	reason: (words) => `Reason: ${words}`,
	before: (words) => `So far: “${words}”`,
	after: (words) => `Suggestion: “${words}”`,
	added: (words) => `New: “${words}”`,
	removed: (words) => `Goes: “${words}”`,
	formatOnly: 'Only the look changes.',
	poll: (round) => (round === null ? 'Straw poll' : `Straw poll, round ${round}`),
	stance: {
		agree: (count) => `${count} agree`,
		bearable: (count) => `${count} can live with it`,
		object: (count) => `${count} ${count === 1 ? 'objection' : 'objections'}`
	},
	objection: (words, name) => `Objection by ${name}: “${words}”`,
	fates: {
		open: 'Open',
		deferred: 'Put off',
		accepted: 'Accepted',
		rejected: 'Rejected',
		amendment: 'Becomes an amendment',
		withdrawn: 'Withdrawn'
	},
	goesOnAs: (letter) => `Goes on as variant ${letter}`,
	fate: (word, moment) => `${word} on ${moment}`,
	unanchored: 'Without anchor: the passage is no longer in the text',
	under: (heading) => `Stood under “${heading}”`,
	motions: 'Amendment motions',
	motion: (number) => `AM-${number}`,
	variant: (letter) => `Variant ${letter}`,
	toVersion: (motion, version, lines) => `${motion} to version ${version}, ${lines}`,
	motionFates: {
		'handed-in': 'Handed in',
		accepted: 'Accepted',
		'accepted-modified': 'Accepted with changes',
		'adopted-by-mover': 'Adopted by the mover',
		rejected: 'Rejected',
		settled: 'Settled',
		withdrawn: 'Withdrawn'
	},
	tally: (yes, no, abstain) => `${yes} yes, ${no} no, ${abstain} abstentions`,
	decided: (words) => `Resolved in its place: “${words}”`,
	versions: 'Versions kept',
	version: (number, moment) => `Version ${number}, kept on ${moment}`,
	fingerprint: (sha256) => `Fingerprint (SHA-256): ${sha256}`,
	weekday: new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' }),
	moment: (day, time) => `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}, ${time}`,
	time: (time) => time
};

/** The words of minutes in both languages. */
export const minutesWords: Record<MinutesLanguage, MinutesWords> = { de: german, en: english };
