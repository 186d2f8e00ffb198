import { docToPlain } from '#domain/texts/doc.ts';
import type { Rewording } from '../rewordings/rewording.ts';

/** What a rewording changes as words alone: whole paragraphs as they were and as they shall be, without those that stay. */
export function changedWords({ before, after }: Rewording): { old: string; young: string } {
	const [old, young] = [before, after].map((content) => docToPlain({ type: 'doc', content }).split('\n')) as [
		string[],
		string[]
	];
	while (old.length > 0 && young.length > 0 && old[0] === young[0]) [old, young].forEach((lines) => lines.shift());
	while (old.length > 0 && young.length > 0 && old.at(-1) === young.at(-1))
		[old, young].forEach((lines) => lines.pop());
	return { old: old.join('\n').trim(), young: young.join('\n').trim() };
}
