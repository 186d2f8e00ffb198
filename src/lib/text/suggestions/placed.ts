import type { Doc, DocNode } from '#domain/texts/doc.ts';
import { isUnsettled } from '#domain/texts/suggestions.ts';
import type { SuggestionView } from '#protocol/suggestion-view.ts';
import { blocksAt, standingOf, type Standing } from '#text/rewordings/apply.ts';
import { findPlace, waysIn, type Ways } from '#text/rewordings/place.ts';
import { areSame, idsIn, type Rewording } from '#text/rewordings/rewording.ts';

/** A suggestion with how it stands towards the text of this moment. */
export interface Placed {
	readonly suggestion: SuggestionView;
	readonly standing: Standing['kind'];
	/** What would change today; where it does not fit, what it was meant to change. */
	readonly change: Rewording;
	/** Whether its passage says something else by now than when it was suggested. */
	readonly moved: boolean;
	/** The paragraphs of the text that it is about, in reading order. */
	readonly ids: readonly string[];
}

/** The suggestions for a text by what can be done about them. */
export interface PlacedList {
	/** Waiting or variants, in the order of the text. */
	readonly open: readonly Placed[];
	/** The same without their passage. */
	readonly unanchored: readonly Placed[];
	/** Decided, the last decision first. */
	readonly decided: readonly SuggestionView[];
}

/** Finds the places of suggestions in a text, again and again while it is written; what stands as it stood stays the same object. */
export class SuggestionPlaces {
	#known = new Map<string, Found>();

	in(doc: Doc, suggestions: readonly SuggestionView[]): PlacedList {
		const ways = waysIn(doc);
		const order = new Map([...ways.keys()].map((id, at) => [id, at]));
		const found = suggestions
			.filter(({ state }) => isUnsettled(state))
			.map((suggestion) => this.#again(doc, ways, suggestion) ?? findIn(doc, ways, suggestion));
		this.#known = new Map(found.map((each) => [each.placed.suggestion.id, each]));
		const placed = found.map((each) => each.placed);
		const first = ({ ids }: Placed) => order.get(ids[0] ?? '') ?? Infinity;
		return {
			open: placed.filter(({ standing }) => standing !== 'gone').sort((a, b) => first(a) - first(b)),
			unanchored: placed.filter(({ standing }) => standing === 'gone'),
			decided: suggestions.filter(({ decision }) => decision !== null).sort((a, b) => b.decision!.at - a.decision!.at)
		};
	}

	/** What is known of a suggestion, if the blocks that it is about are those of the last time. */
	#again(doc: Doc, ways: Ways, suggestion: SuggestionView): Found | null {
		const known = this.#known.get(suggestion.id);
		if (known?.placed.suggestion !== suggestion) return null;
		const place = findPlace(doc, suggestion.before, ways);
		const now = place ? blocksAt(doc, place) : [];
		return now.length === known.now.length && now.every((node, at) => node === known.now[at]) ? known : null;
	}
}

/** A placed suggestion with the blocks that it is about. */
interface Found {
	readonly placed: Placed;
	readonly now: readonly DocNode[];
}

function findIn(doc: Doc, ways: Ways, suggestion: SuggestionView): Found {
	const standing = standingOf(doc, suggestion, ways);
	const now = standing.kind === 'gone' ? [] : blocksAt(doc, standing.place);
	const change = standing.kind === 'fits' ? { before: now, after: standing.after } : suggestion;
	const moved = !areSame(now, suggestion.before);
	return { placed: { suggestion, standing: standing.kind, change, moved, ids: now.flatMap(idsIn) }, now };
}

/** How many open suggestions there are for each paragraph, by its id. */
export function countsByParagraph(open: readonly Placed[]): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const { ids } of open) for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
	return counts;
}

/** Blocks as a text of their own, for comparing them. */
export const asText = (content: readonly DocNode[]): Doc => ({ type: 'doc', content });
