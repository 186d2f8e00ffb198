import type { Random } from '#board/ids.ts';
import type { DocumentLog } from '#server/sync/document-log.ts';
import type { Station } from './station.ts';

/** How stations over one database learn what another one has committed. */
export interface Wiring {
	committed(from: Station, document: string): void;
	close(): void;
}

/** Connects the stations of one run. */
export type MakeWiring = (
	stations: readonly Station[],
	documents: readonly string[],
	log: DocumentLog,
	random: Random
) => Wiring;

const latest = 30;
const pollEvery = 120;

/** A bus as bad as it may be: it loses half of its messages and is late with the others. Now and then everybody looks at the log. */
export const lossyWiring: MakeWiring = (stations, documents, log, random) => {
	const wake = async (document: string, except?: Station) => {
		const record = await log.find(document);
		for (const station of stations) {
			if (record && station !== except) station.sync?.reached(document, record.head);
		}
	};
	const poll = setInterval(() => documents.forEach((document) => void wake(document)), pollEvery);
	return {
		committed(from, document) {
			if (random() > 0.5) setTimeout(() => void wake(document, from), random() * latest);
		},
		close: () => clearInterval(poll)
	};
};
