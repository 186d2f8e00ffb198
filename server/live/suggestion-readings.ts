import type { SuggestionsTold } from '#protocol/suggestion-view.ts';
import type { Database } from '../db/database.ts';
import { sha256 } from '../ids.ts';
import { ChangeLedger, type Moment } from './change-ledger.ts';
import { SharedReadings } from './shared-readings.ts';
import { readToldSuggestions, toldTo, type ToldSuggestion } from './told-suggestions.ts';

/** Of so many texts it is kept what changed when; of others everybody gets the whole list. */
const texts = 500;

/**
 * The suggestions for texts as open screens ask for them after every change: read once for all who ask in the same moment, and told only as
 * far as they changed since somebody asked before.
 */
export class SuggestionReadings {
	readonly #readings: SharedReadings<{ told: readonly ToldSuggestion[]; moment: Moment }>;
	readonly #ledgers = new Map<string, ChangeLedger>();

	constructor(db: Database) {
		this.#readings = new SharedReadings(async (tenantId, id) => {
			const told = await readToldSuggestions(db, { tenantId, id });
			const stamps = new Map(told.map((each) => [each.view.id, sha256(JSON.stringify(each))]));
			return { told, moment: this.#ledgerOf(id).enter(stamps) };
		});
	}

	/** What somebody is told who knows how it was at a moment named `known`; '' knows nothing. */
	async tell(text: { tenantId: string; id: string }, reader: string, known: string): Promise<SuggestionsTold> {
		const { told, moment } = await this.#readings.ask(text.tenantId, text.id);
		const since = moment.since(known);
		return {
			suggestions: told.filter(({ view }) => since?.changed.has(view.id) ?? true).map(toldTo(reader)),
			gone: since?.gone ?? [],
			since: since && known,
			moment: moment.name
		};
	}

	#ledgerOf(textId: string): ChangeLedger {
		const ledger = this.#ledgers.get(textId) ?? new ChangeLedger();
		// What was asked for last stays longest.
		this.#ledgers.delete(textId);
		this.#ledgers.set(textId, ledger);
		const [oldest] = this.#ledgers.keys();
		if (this.#ledgers.size > texts && oldest !== undefined) this.#ledgers.delete(oldest);
		return ledger;
	}
}
