import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import BothWordings from './BothWordings.svelte';

const read = (before: string, now: string | null) =>
	render(BothWordings, { props: { before, now } })
		.body.replace(/<!--.*?-->/g, '')
		.replace(/ class="[^"]*"/g, '')
		.replace(/\s*<(\/?d[ltd]|\/d[td])/g, '<$1');

test('both wordings stand in full, and what was changed is marked and said', () => {
	const html = read('Mehr Radwege bauen', 'Weniger Radwege  bauen');
	expect(html).toContain('<del><span>(gestrichen: </span>Mehr<span>)</span></del> Radwege bauen');
	expect(html).toContain('<ins><span>(neu: </span>Weniger<span>)</span></ins> Radwege bauen');
});

test('blanks beside a changed word are not marked', () => {
	expect(read('Wege verbinden Orte', 'Wege verbinden alle Orte')).toContain(
		'verbinden <ins><span>(neu: </span>alle<span>)</span></ins> Orte'
	);
});

test('of a card that is gone, what was voted on still stands there', () => {
	const html = read('Mehr Radwege', null);
	expect(html).toContain('Mehr Radwege');
	expect(html).toContain('liegt nicht mehr auf dem Board');
	expect(html).not.toContain('<del>');
});
