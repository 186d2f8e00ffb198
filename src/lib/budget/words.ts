import type { ShareAnswer } from '#domain/budget/measure.ts';
import { euros } from '#domain/budget/measure-words.ts';
import type { Cents } from '#domain/budget/money.ts';
import * as m from '#paraglide/messages.js';
import { getLocale } from '#paraglide/runtime.js';

/** An amount in the reader's language: 95.000 €. */
export const money = (amount: Cents): string => euros(amount, getLocale());

/** What a department has said about its share. */
export const answerWords: Record<ShareAnswer, () => string> = {
	open: m.budget_share_open,
	confirmed: m.budget_share_confirmed,
	refused: m.budget_share_refused
};

/** The years of a budget: 2026, or 2026–2028, which never part at the end of a line. */
export const yearsText = (years: readonly number[]): string =>
	years.length > 1 ? `${years[0]}\u2060–\u2060${years.at(-1)}` : String(years[0] ?? '');
