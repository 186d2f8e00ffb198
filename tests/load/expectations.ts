import type { RoundView } from '#protocol/session-state.ts';
import type { Phone } from './phone.ts';
import type { Wall } from './wall.ts';

/** What is missing, double or changed among the cards, one sentence each. */
export function expectCards(
	sent: ReadonlyMap<string, string>,
	{ wall, board }: { wall: Wall; board: readonly { id: string; text: string }[] }
): string[] {
	const onBoard = new Map(board.map(({ id, text }) => [id, text]));
	const places = { projector: wall.texts, board: onBoard };
	const faults = [...wall.doubled].map((id) => `Card ${id} was on the projector twice`);
	if (onBoard.size !== board.length) faults.push('A card lies on the board twice');
	for (const [place, texts] of Object.entries(places)) {
		for (const [id, text] of sent)
			if (texts.get(id) !== text) faults.push(`Lost: “${text}” is not on the ${place}, but “${texts.get(id)}”`);
		for (const [id, text] of texts)
			if (!sent.has(id)) faults.push(`Doubled: “${text}” is on the ${place}, but nobody’s answer named it`);
	}
	return faults;
}

/** Whether the result is the sum of what the phones sent, and whether each phone knows it. */
export function expectVotes(
	votes: readonly { ballot: Record<string, number> }[],
	{ id, eligible, cast, options, result }: RoundView,
	phones: readonly Phone[]
): string[] {
	const faults: string[] = [];
	if (eligible !== phones.length) faults.push(`${phones.length} people were there, but ${eligible} could vote`);
	if (cast !== votes.length) faults.push(`${votes.length} votes were sent, but ${cast} counted`);
	const { total } = (result?.tally ?? {}) as { total?: Record<string, number> };
	for (const option of options) {
		const given = votes.reduce((sum, { ballot }) => sum + (ballot[option.id] ?? 0), 0);
		const counted = total?.[option.id];
		if (counted !== given) faults.push(`“${option.label}” got ${given} dots, but ${counted} counted`);
	}
	for (const { name, screen } of phones) {
		const known = screen.state.rounds.find((round) => round.id === id)?.result?.sha256;
		if (known !== result?.sha256) faults.push(`The phone of ${name} shows another result`);
	}
	return faults;
}
