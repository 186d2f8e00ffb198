import * as m from '#paraglide/messages.js';
import type { ShownRound } from './result.ts';

/** How much of an option stands in a list of answers; its whole wording stands in the result above. */
const room = 60;

/** An option in a few words: the beginning of its first line, cut between words where there are several. */
export function briefly({ label, passive }: ShownRound['options'][number]): string {
	const [line = ''] = label.trim().split('\n', 1);
	const letters = [...line];
	const whole = letters.length <= room && line === label.trim();
	const beginning =
		letters.length > room
			? letters
					.slice(0, room)
					.join('')
					.replace(/\s+\S*$/u, '')
			: line;
	const short = whole ? line : `${beginning.trimEnd()} …`;
	return passive ? m.consensus_passive_of({ label: short }) : short;
}
