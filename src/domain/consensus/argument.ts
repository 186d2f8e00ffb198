import { ok, refuse, type Result } from '../result.ts';
import { lengthOf, normaliseText } from '../texts/normal-form.ts';
import { mayCast, type Round } from './round.ts';

/** What speaks for an option, what against it, and what to look after if it comes. */
export const argumentKinds = ['pro', 'contra', 'concern'] as const;
export type ArgumentKind = (typeof argumentKinds)[number];

/** How long an argument may be, in characters, and how many a round takes. */
export const argumentLimit = 500;
export const mostArguments = 200;

/**
 * The words of an argument as they will be kept, if this person may add one: whoever may vote, while the round is open. Secret rounds have
 * none, because who wrote when would lead to her.
 */
export function checkArgument(
	round: Round,
	voterId: string,
	{ optionId, text, count, now }: { optionId: string; text: string; count: number; now: number }
): Result<string> {
	const allowed = mayCast(round, voterId, now);
	if (!allowed.ok) return allowed;
	if (round.secrecy === 'secret') return refuse({ code: 'round.secret-without-arguments' });
	if (!round.optionIds.includes(optionId)) return refuse({ code: 'ballot.option-unknown' });
	if (count >= mostArguments) return refuse({ code: 'round.arguments-full', most: mostArguments });
	const words = normaliseText(text.trim());
	if (words === '') return refuse({ code: 'round.argument-empty' });
	return lengthOf(words) > argumentLimit ? refuse({ code: 'ballot.reason-too-long', limit: argumentLimit }) : ok(words);
}
