import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readHtml, readXml, wordsOf, writeHtml, writeXml } from './markup.ts';

const html = (source: string) => readHtml(source).children.map(writeHtml).join('');

test('what was forgotten to be closed is closed where the next thing begins', () => {
	expect(html('<ul><li>a<li>b</ul><p>c<p>d<div>e')).toBe('<ul><li>a</li><li>b</li></ul><p>c</p><p>d</p><div>e</div>');
	expect(html('<table><tr><td>a<td>b<tr><td>c</table>d')).toBe(
		'<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>d'
	);
});

test('comments, instructions and scripts are no words, and characters have their names', () => {
	expect(
		html('a<!-- <p>b --><![if !supportLists]>c<![endif]><script>d</p></script>e &uuml;&#252;&#xFC;&amp;&gibtsnicht;')
	).toBe('ac<script></script>e üüü&amp;&amp;gibtsnicht;');
});

test('attributes are read with and without quotation marks', () => {
	const [link] = readHtml(`<a HREF=x title='a > b' data-n="&quot;1">y</a>`).children;
	expect(typeof link === 'string' ? null : Object.fromEntries(link!.attributes)).toEqual({
		href: 'x',
		title: 'a > b',
		'data-n': '"1'
	});
});

test('a document of Word is written as it was read', () => {
	const xml = '<w:p w:a="1"><w:r><w:t>Ziel &lt; 5 &amp; mehr</w:t></w:r><w:br></w:br></w:p>';
	expect(readXml(`<?xml version="1.0"?><!DOCTYPE x>${xml}`).children.map(writeXml).join('')).toBe(xml);
});

test('whatever it is, it is read, and nothing lies too deep', () => {
	expect(wordsOf(readHtml('<div>'.repeat(50_000) + 'tief'))).toBe('tief');
	const piece = fc.constantFrom(
		'<p>',
		'</p>',
		'<td',
		'<ul><li>',
		'</ul>',
		'<!--',
		'-->',
		'"',
		"'",
		'=',
		'<script>',
		'&#0;',
		'Wort',
		'>'
	);
	fc.assert(fc.property(fc.array(fc.oneof(piece, fc.string())), (pieces) => void html(pieces.join(''))));
});
