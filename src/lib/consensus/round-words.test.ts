import { expect, test } from 'vitest';
import { ruleSentences, type Ruled } from './round-words.ts';

const round: Ruled = {
	method: 'majority',
	params: {},
	voteClass: 'mood',
	secrecy: 'open',
	named: true,
	quorum: null,
	endsAt: null
};

test('before they vote people read whether their answer will stand beside their name', () => {
	expect(ruleSentences(round).join()).toContain('mit Namen bei den Ergebnissen und im Protokoll');
	expect(ruleSentences({ ...round, secrecy: 'group', named: false })).toContain(
		'niemand sieht, wer wie abgestimmt hat'
	);
	expect(ruleSentences({ ...round, secrecy: 'secret', named: false })).toContain('ohne Namen gezählt');
});

test('an open vote from before answers stood with names still says what people were told then', () => {
	expect(ruleSentences({ ...round, named: false })).toContain('offen: das Protokoll nennt, wer nicht mitgestimmt hat');
});
