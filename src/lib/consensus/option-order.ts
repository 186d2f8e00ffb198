import type { OptionView } from '#protocol/session-state.ts';

/**
 * The options in an order of her own, always the same for the same person and round: who stands first gets more, so everybody sees
 * somebody else first. Leaving everything as it is stays last.
 */
export function ownOrder(options: readonly OptionView[], roundId: string, participantId: string): OptionView[] {
	const place = ({ id }: OptionView) => mixed(`${participantId} ${roundId} ${id}`);
	return [...options].sort((a, b) => Number(a.passive) - Number(b.passive) || place(a) - place(b));
}

/** A number that looks random and is not (FNV-1a, stirred once more). */
function mixed(text: string): number {
	let hash = 2_166_136_261;
	for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619);
	return Math.imul(hash ^ (hash >>> 15), 2_246_822_507) >>> 0;
}
