import { sessionTemplates } from '../sessions/templates.ts';
import type { Words } from '../words.ts';

type Theme = 'potentials' | 'values' | 'goals';

const sentence = (de: string, en: string): Words => ({ de, en });

/** What people write in workshops like these; nobody in particular said it. */
const sentences: Record<Theme, readonly Words[]> = {
	potentials: [
		sentence('Sichere Radwege zwischen den Ortsteilen', 'Safe cycle paths between the villages'),
		sentence('Ein Bürgerbus, der auch am Wochenende fährt', 'A community bus that also runs at weekends'),
		sentence('Leere Läden für Vereine öffnen', 'Open empty shops to clubs'),
		sentence('Ärztliche Versorgung auf dem Land sichern', 'Secure medical care in the countryside'),
		sentence('Schulhöfe nachmittags für alle', 'School yards for everybody in the afternoon'),
		sentence('Schnelles Internet in jedem Dorf', 'Fast internet in every village'),
		sentence('Mehr Ausbildungsplätze in der Region', 'More apprenticeships in the region'),
		sentence('Wohnen für Ältere mitten im Ort', 'Homes for older people in the village centre'),
		sentence('Den Wald als Ausflugsziel bekannter machen', 'Make the forest better known for outings'),
		sentence('Ehrenamt mit einer festen Ansprechperson stärken', 'Strengthen volunteering with one contact person'),
		sentence('Jugendliche früher fragen', 'Ask young people earlier'),
		sentence('Anträge ganz ohne Papier', 'Applications without any paper'),
		sentence('Schattige Plätze gegen die Sommerhitze', 'Shady places against the summer heat'),
		sentence('Gemeinsame Werbung aller Gemeinden', 'Joint advertising of all municipalities')
	],
	values: [
		sentence('Wir entscheiden nachvollziehbar', 'We decide in a way that can be followed'),
		sentence('Wir denken an die, die nach uns kommen', 'We think of those who come after us'),
		sentence('Wir hören zu, bevor wir planen', 'We listen before we plan'),
		sentence('Wir sind ein Ort für alle Generationen', 'We are a place for all generations'),
		sentence('Wir gehen sparsam mit Flächen um', 'We use land sparingly'),
		sentence('Wir fördern Bildung ein Leben lang', 'We support learning for life'),
		sentence('Wir arbeiten über Grenzen zusammen', 'We work together across borders'),
		sentence('Wir halten, was wir zusagen', 'We keep what we promise'),
		sentence('Wir machen es Gründerinnen leicht', 'We make it easy for founders'),
		sentence('Wir schützen Natur und Klima', 'We protect nature and climate'),
		sentence('Wir sind offen für neue Wege', 'We are open to new ways'),
		sentence('Wir achten auf die Kosten von morgen', 'We mind the costs of tomorrow')
	],
	goals: [
		sentence('Bis 2030 ist jeder Ort mit dem Bus erreichbar', 'By 2030 every village can be reached by bus'),
		sentence('Die Zahl der Ausbildungsplätze steigt um ein Zehntel', 'The number of apprenticeships rises by a tenth'),
		sentence('Anträge werden in vier Wochen beschieden', 'Applications are decided within four weeks'),
		sentence('Neue Dächer des Kreises tragen Solarmodule', 'New roofs of the county carry solar panels'),
		sentence('Kein Kind verlässt die Schule ohne Abschluss', 'No child leaves school without a certificate'),
		sentence('Die Radwege zu den Schulen sind lückenlos', 'Cycle paths to schools have no gaps'),
		sentence('Die Hälfte der Leistungen geht ohne Behördengang', 'Half of the services need no visit to an office'),
		sentence('Wir berichten dreimal im Jahr über Wirkungen', 'We report on effects three times a year'),
		sentence('Leerstand in den Ortskernen sinkt', 'Vacancy in village centres falls'),
		sentence('Jede Gemeinde hat einen Jugendrat', 'Every municipality has a youth council'),
		sentence('Der Energieverbrauch der Gebäude sinkt', 'The energy use of buildings falls'),
		sentence('Pflegeplätze wachsen mit dem Bedarf', 'Care places grow with the need')
	]
};

const themes: Record<keyof typeof sessionTemplates, Theme> = {
	'potential-workshop': 'potentials',
	'then-and-now': 'potentials',
	'strategy-card': 'potentials',
	'guiding-principles': 'values',
	'fields-and-focuses': 'potentials',
	'goal-system-retreat': 'goals',
	'reporting-round': 'goals',
	'transformation-committee': 'goals',
	swot: 'potentials',
	'priority-matrix': 'potentials',
	'strategy-map': 'goals'
};

/** Sentences that fit an agenda: those of the shipped workshop with which it shares the most steps, otherwise potentials. */
export function exampleCards(stepTitles: readonly string[], language: keyof Words): readonly string[] {
	const shared = (key: keyof typeof sessionTemplates) =>
		sessionTemplates[key].steps.filter(({ title }) => stepTitles.includes(title[language])).length;
	const [closest] = (Object.keys(themes) as (keyof typeof sessionTemplates)[]).sort((a, b) => shared(b) - shared(a));
	const theme = closest && shared(closest) > 0 ? themes[closest] : 'potentials';
	return sentences[theme].map((words) => words[language]);
}
