import { describe, expect, test } from 'vitest';
import { sessionTemplates } from '../sessions/templates.ts';
import { attentionFor } from './attention.ts';
import { groupLimits, readGroupNames } from './group-names.ts';
import { checkMembership, holdsOn } from './membership.ts';
import { processTemplates } from './templates.ts';
import { readWifi, wifiCode } from './wifi.ts';

describe('a pasted list of groups', () => {
	test('gives a group for each line, without bullets, numbers, empty lines and repetitions', () => {
		const pasted = '1. Sicherheit und Ordnung\r\n2) Schule und Kultur\n\n• Soziales und Jugend\n- schule  und kultur\n';
		expect(readGroupNames(pasted)).toEqual({
			ok: true,
			value: ['Sicherheit und Ordnung', 'Schule und Kultur', 'Soziales und Jugend']
		});
	});
	test('keeps a number that belongs to the name', () => {
		expect(readGroupNames('2030 Klima')).toEqual({ ok: true, value: ['2030 Klima'] });
	});
	test('without a name, with too many and with too long ones it says so', () => {
		const many = Array.from({ length: groupLimits.groups + 1 }, (_, at) => `Gruppe ${at}`).join('\n');
		expect(readGroupNames(' \n-  \n')).toMatchObject({ problem: { code: 'group.names-missing' } });
		expect(readGroupNames(many)).toMatchObject({ problem: { code: 'group.too-many', limit: 40 } });
		expect(readGroupNames('x'.repeat(121))).toMatchObject({ problem: { code: 'group.name-too-long' } });
	});
});

describe('membership in an agile core team (V14)', () => {
	test('temporary members need a last day, core members do not', () => {
		const since = '2026-11-01';
		expect(checkMembership({ role: 'temporary', since, until: null })).toMatchObject({
			problem: { code: 'group.member-needs-end' }
		});
		expect(checkMembership({ role: 'temporary', since, until: '2026-10-31' })).toMatchObject({
			problem: { code: 'group.end-passed' }
		});
		expect(checkMembership({ role: 'temporary', since, until: since }).ok).toBe(true);
		expect(checkMembership({ role: 'core', since, until: null }).ok).toBe(true);
	});
	test('it holds on its last day and is over by itself on the next', () => {
		const membership = { since: '2026-11-01', until: '2026-11-30' };
		const days = ['2026-10-31', '2026-11-01', '2026-11-30', '2026-12-01'];
		expect(days.map((day) => holdsOn(membership, day))).toEqual([false, true, true, false]);
	});
});

describe('the network for guests', () => {
	test('its code holds name and password, separators escaped', () => {
		expect(wifiCode({ name: 'Kreishaus; Gäste', password: 'a:b"c\\d,e' })).toBe(
			'WIFI:S:Kreishaus\\; Gäste;T:WPA;P:a\\:b\\"c\\\\d\\,e;;'
		);
		expect(wifiCode({ name: 'Frei', password: '' })).toBe('WIFI:S:Frei;T:nopass;;');
	});
	test('what phones could not join is refused', () => {
		expect(readWifi('', '')).toEqual({ ok: true, value: null });
		expect(readWifi(' Kreishaus ', 'geheim123')).toEqual({
			ok: true,
			value: { name: 'Kreishaus', password: 'geheim123' }
		});
		for (const [name, password] of [
			['', 'geheim123'],
			['Kreishaus', 'kurz'],
			['Kreishaus', 'mit ümlaut'],
			['ä'.repeat(17), '']
		] as const)
			expect(readWifi(name, password)).toMatchObject({ problem: { code: 'wifi.invalid' } });
	});
});

describe('which group needs a look', () => {
	const calm = { helpAsked: false, reached: ['arrive', 'collect'] as const, stepUsed: 0.6, cards: 12 };
	test('one that called, whatever else', () => {
		expect(attentionFor({ ...calm, helpAsked: true })).toBe('help');
		expect(attentionFor(calm)).toBeNull();
	});
	test('one with hardly a card when half of the time to collect is over, and afterwards', () => {
		expect(attentionFor({ ...calm, cards: 3 })).toBe('few-cards');
		expect(attentionFor({ ...calm, cards: 4 })).toBeNull();
		expect(attentionFor({ ...calm, cards: 0, stepUsed: 0.4 })).toBeNull();
		expect(attentionFor({ ...calm, cards: 2, reached: ['arrive', 'collect', 'cluster'], stepUsed: 0 })).toBe(
			'few-cards'
		);
		expect(attentionFor({ ...calm, cards: 0, reached: ['arrive'] })).toBeNull();
	});
});

test('each template of a process stands under its own key and names a session that exists', () => {
	for (const [key, template] of Object.entries(processTemplates)) {
		expect(template.key).toBe(key);
		if (template.session) expect(Object.keys(sessionTemplates)).toContain(template.session);
	}
});
