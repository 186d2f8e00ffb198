import { expect, test } from 'vitest';
import { Tally } from './dropped.ts';
import { cleanPastedHtml } from './word-html.ts';

function pasted(html: string) {
	const tally = new Tally();
	return { html: cleanPastedHtml(html, tally), dropped: tally.dropped };
}

const point = (level: number, sign: string, words: string, list = 0) =>
	`<p class=MsoListParagraphCxSpMiddle style='margin-left:36.0pt;mso-add-space:auto;text-indent:-18.0pt;mso-list:l${list} level${level} lfo1'><![if !supportLists]><span lang=DE style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span lang=DE>${words}<o:p></o:p></span></p>\n`;
const word = (
	body: string
) => `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm; background:url(https://evil.example/x)} --></style></head>
<body lang=DE style='tab-interval:35.4pt'><!--StartFragment-->${body}<!--EndFragment--></body></html>`;

test('lists of Word are lists, one inside the other, and go on with their numbers', () => {
	expect(
		pasted(
			word(
				point(1, '3.', 'Der Landkreis', 1) +
					point(2, '·', 'Strategierat') +
					point(2, '·', 'Ratgeber') +
					point(1, '4.', 'Die Anzahl', 1) +
					'<p class=MsoNormal><span lang=DE>Danach.<o:p></o:p></span></p>' +
					point(1, '·', 'Ende')
			)
		)
	).toEqual({
		html:
			'<ol start="3"><li><p>Der Landkreis</p><ul><li><p>Strategierat</p></li><li><p>Ratgeber</p></li></ul></li>' +
			'<li><p>Die Anzahl</p></li></ol><p>Danach.</p><ul><li><p>Ende</p></li></ul>',
		dropped: {}
	});
});

test('headings keep their number, and smart tags and empty paragraphs leave no trace', () => {
	const { html } = pasted(
		word(
			`<h1 style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2<span>&nbsp;&nbsp; </span></span>Ziele<o:p></o:p></h1>` +
				`<p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>Landkreis <st1:place w:st="on">Helmstedt</st1:place> bei 2<sup>2</sup> km<sup>2</sup></p><h5>Klein</h5>`
		)
	);
	expect(html).toBe('<h1>2 Ziele</h1><p>Landkreis Helmstedt bei 2² km²</p><h3>Klein</h3>');
});

test('inserted words stay, deleted ones go, notes, comments and pictures are counted', () => {
	const { html, dropped } = pasted(
		word(
			`<p class=MsoNormal>Wir <del cite="mailto:A" datetime="2024-09-01">planen</del><ins cite="mailto:A">gestalten</ins><a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a>` +
				` <a style='mso-comment-reference:AB_1;mso-comment-date:20240901T1000'>gemeinsam</a><span class=MsoCommentReference><span style='mso-special-character:comment'>&nbsp;<a class=msocomanchor id="_anchor_1" href="#_msocom_1">[AB1]</a></span></span>.` +
				`<!--[if gte vml 1]><v:shape><v:imagedata src="file:///C:/x.png"/></v:shape><![endif]--><![if !vml]><img width=200 src="file:///C:/x.png"><![endif]></p>` +
				`<div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1><p>[1] Fußnote</p></div></div>` +
				`<div style='mso-element:comment-list'><div style='mso-element:comment'><div class=msocomtxt>Warum?</div></div></div>`
		)
	);
	expect(html).toBe('<p>Wir gestalten gemeinsam.</p>');
	expect(dropped).toEqual({ pictures: 1, footnotes: 1, comments: 1 });
});

test('a text of LibreOffice keeps bold and italic and loses colour and notes', () => {
	const { html, dropped } = pasted(
		`<p><font color="#c9211e"><b>Rot</b></font> und <span style="font-weight: bold; font-style: italic">beides</span>, <u>unter</u><a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></p><div id="sdfootnote1"><p><a class="sdfootnotesym" href="#sdfootnote1anc">1</a>Note</p></div>`
	);
	expect(html).toBe('<p><strong>Rot</strong> und <strong><em>beides</em></strong>, unter</p>');
	expect(dropped).toEqual({ footnotes: 1, formats: 2 });
});

test('what a page puts around everything is not bold, and its greys are no colour', () => {
	const page = `<b style="font-weight:normal" id="docs-internal-guid-1"><p style="color:rgb(33,33,33)"><span style="color:#222">Wir</span></p><span style="display:none">versteckt</span></b>`;
	expect(pasted(page)).toEqual({ html: '<p>Wir</p>', dropped: {} });
});

test('nothing of a page can run, and links lead to pages and mailboxes', () => {
	const { html, dropped } = pasted(
		`<p onclick="alert(1)" style="background:url(javascript:alert(1))">a<script>alert(1)</script><img src=x onerror=alert(1)>` +
			`<a href="javascript:alert(1)">b</a><a href=" java\nscript:alert(1)">c</a><a href="https://helmstedt.de" onmouseover=x>d</a></p>` +
			`<svg onload=alert(1)><a xlink:href="javascript:alert(1)"><text>e</text></a></svg><iframe srcdoc="<script>1</script>"></iframe>` +
			`<math><mtext><img src=x onerror=1></mtext></math><form action="//evil"><input value=x><button>f</button></form><template><p>g</p></template>`
	);
	expect(html).toBe('<p>abc<a href="https://helmstedt.de/">d</a></p>');
	expect(dropped).toEqual({ pictures: 3, formulas: 1, links: 2 });
});

test('tables keep their cells, and tables inside cells become their words', () => {
	const { html } = pasted(
		'<table border=1><caption>Ziele</caption><thead><tr><th>Ziel<th colspan=2>Jahr</tr></thead><tr><td><table><tr><td>innen</table><td>2035<td></table>'
	);
	expect(html).toBe(
		'<p>Ziele</p><table><tbody><tr><th><p>Ziel</p></th><th colspan="2"><p>Jahr</p></th></tr><tr><td><p>innen</p></td><td><p>2035</p></td><td><p></p></td></tr></tbody></table>'
	);
});

test('lists in all their shapes: loose items, items that are tasks, and too many levels', () => {
	expect(pasted('<ul><li>a</li><ul><li>b</li></ul>c</ul>').html).toBe(
		'<ul><li><p>a</p><ul><li><p>b</p></li></ul></li><li><p>c</p></li></ul>'
	);
	expect(pasted('<ul><li><label><input type="checkbox" checked></label> fertig</li><li>☐ offen</li></ul>').html).toBe(
		'<ul data-type="taskList"><li data-type="taskItem" data-checked="true"><p> fertig</p></li><li data-type="taskItem" data-checked="false"><p>offen</p></li></ul>'
	);
	const deep = pasted('<ol><li>x'.repeat(40));
	expect(deep.html.match(/<ol>/g)).toHaveLength(5);
	expect(deep.html.match(/x/g)).toHaveLength(40);
	expect(deep.dropped.depths).toBe(35);
});

test('what was copied from a text of ours stays as it is', () => {
	const own = '<p data-pm-slice="1 1 []" data-id="a">Wir</p>';
	expect(pasted(own)).toEqual({ html: own, dropped: {} });
});

test('a text that is too long ends where nothing more fits, and that is said', () => {
	const { html, dropped } = pasted('<p>Absatz</p>'.repeat(2_500));
	expect(html.match(/<p>/g)).toHaveLength(2_000);
	expect(dropped).toEqual({ rest: 500 });
});
