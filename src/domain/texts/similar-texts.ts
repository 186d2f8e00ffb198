/** A text among others, by an id. */
export interface TextById {
	readonly id: string;
	readonly text: string;
}

/** How much of a text is in its parts: weights by whole words and by three letters in a row, together of length one. */
type Profile = ReadonlyMap<string, number>;

/** Below this likeness two texts have nothing to say to each other. */
const leastLikeness = 0.15;

/** Words that stand in every card. */
const stopWords = new Set(
	`aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bessere besser bis da damit dann
	das dass dem den denn der des die dies diese dieser dieses doch dort du durch ein eine einem einen einer eines er es
	etwas euch fuer gegen gibt haben hat hier ich ihr ihre im immer in ins ist ja jede jeder jedes kann kein keine koennen
	machen man mehr mit muss muessen nach nicht noch nur ob oder ohne schon sehr sein seine sich sie sind so soll sollen
	sollte sollten tun ueber um und uns unser unsere unter viel viele vom von vor war waere was weil weniger wenn wer werden wie
	wieder wir wird wo wollen zu zum zur zwischen a and are be for in is it more of on or our should the to we with`
		.split(/\s+/)
		.filter(Boolean)
);

const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };
const endings = /(?:ungen|ung|innen|in|heiten|heit|keiten|keit|ern|em|en|er|es|e|n|s)$/;
const shortestStem = 4;

/**
 * The words of a text as they are compared: without capitals, stop words and usual endings, with ä as ae and ß as ss, so that
 * „Straßen“, „STRASSE“ and „Strassen“ are one.
 */
export function wordStems(text: string): string[] {
	const folded = text
		.normalize('NFC')
		.toLocaleLowerCase('de')
		.replace(/[äöüß]/g, (letter) => umlauts[letter] ?? letter)
		.normalize('NFD')
		.replace(/\p{M}/gu, '');
	return (folded.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !stopWords.has(word)).map(stemOf);
}

function stemOf(word: string): string {
	const stem = word.replace(endings, '');
	return stem.length >= shortestStem ? stem : word;
}

/** How alike two texts are, from 0 to 1. Texts without words of their own are like nothing. */
export function likeness(one: string, other: string): number {
	return cosine(profileOf(one), profileOf(other));
}

/** Finds what is said again in other words among many texts. Everything is reckoned where it runs; nothing is asked elsewhere. */
export class SimilarTexts {
	readonly #profiles: readonly { id: string; profile: Profile }[];

	constructor(texts: readonly TextById[]) {
		this.#profiles = texts.map(({ id, text }) => ({ id, profile: profileOf(text) }));
	}

	/** The texts most like some of them taken together, the most alike first; never one of those, and none that is hardly alike. */
	to(ids: ReadonlySet<string>, most = 3): string[] {
		const wanted = sumOf(this.#profiles.filter(({ id }) => ids.has(id)).map(({ profile }) => profile));
		return this.#profiles
			.filter(({ id }) => !ids.has(id))
			.map(({ id, profile }) => ({ id, alike: cosine(wanted, profile) }))
			.filter(({ alike }) => alike >= leastLikeness)
			.sort((a, b) => b.alike - a.alike || (a.id < b.id ? -1 : 1))
			.slice(0, most)
			.map(({ id }) => id);
	}
}

/** Each word counts once as a whole and once by its parts, so that „Radweg“ meets „Radwegenetz“ and long words weigh no more. */
function profileOf(text: string): Profile {
	const profile = new Map<string, number>();
	const add = (part: string, weight: number) => profile.set(part, (profile.get(part) ?? 0) + weight);
	for (const stem of wordStems(text)) {
		add(`= ${stem}`, 0.7);
		const letters = ` ${stem} `;
		const parts = Math.max(1, letters.length - 2);
		for (let at = 0; at < parts; at++) add(letters.slice(at, at + 3), 1 / Math.sqrt(parts));
	}
	return unit(profile);
}

function sumOf(profiles: readonly Profile[]): Profile {
	const sum = new Map<string, number>();
	for (const profile of profiles) for (const [part, weight] of profile) sum.set(part, (sum.get(part) ?? 0) + weight);
	return unit(sum);
}

function unit(profile: Profile): Profile {
	const length = Math.sqrt([...profile.values()].reduce((sum, weight) => sum + weight * weight, 0));
	return length === 0 ? profile : new Map([...profile].map(([part, weight]) => [part, weight / length]));
}

/** Summed from the smaller weights up in the same order for both ways round, so that likeness is the same to the last digit. */
function cosine(one: Profile, other: Profile): number {
	const products: number[] = [];
	for (const [part, weight] of one) {
		const there = other.get(part);
		if (there !== undefined) products.push(weight * there);
	}
	return Math.min(
		1,
		products.sort((a, b) => a - b).reduce((sum, product) => sum + product, 0)
	);
}
