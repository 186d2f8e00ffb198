import type { BoardElement, BoardSnapshot, ShownType } from '#board/board-element.ts';
import type { Colour } from '#board/colours.ts';
import type { Legend } from '#board/legend.ts';
import type { ElementDescription } from '#board/description.ts';
import type { ConnectorKind } from '#board/elements/connector.ts';
import { definitionOf } from '#board/elements.ts';
import * as m from '#paraglide/messages.js';
import { cardsIn } from './arrange.ts';
import { axesWords, quarterWords } from './matrix-words.ts';

/** What a kind of element is called. */
export const kindWord: Record<ShownType, () => string> = {
	note: m.board_kind_note,
	card: m.kinds_card,
	goal: m.kinds_goal,
	'strategy-card': m.kinds_strategy_card,
	area: m.board_kind_area,
	text: m.board_kind_text,
	connector: m.board_kind_connector,
	image: m.board_kind_image,
	ink: m.board_kind_ink,
	comment: m.board_kind_comment,
	unknown: m.board_kind_unknown
};

/** What the text of a kind of element is called where it is edited. */
export const fieldWord: Record<ShownType, () => string> = {
	note: m.board_field_note,
	card: m.kinds_card_field,
	goal: m.kinds_goal_words,
	'strategy-card': m.kinds_strategy_card_words,
	area: m.board_field_area,
	text: m.board_field_text,
	connector: m.board_field_connector,
	image: m.board_field_image,
	ink: m.board_field_ink,
	comment: m.board_kind_comment,
	unknown: m.board_field_unknown
};

const emptyWords: Partial<Record<ShownType, () => string>> = {
	area: m.board_empty_title,
	image: m.board_empty_image,
	ink: m.board_empty_ink
};
const editWords: Partial<Record<ShownType, () => string>> = {
	area: m.board_act_rename,
	image: m.board_act_describe,
	ink: m.board_act_name
};

/** What is said of an element of a kind that has no text. */
export const emptyWord = (type: ShownType): string => (emptyWords[type] ?? m.board_empty_text)();

/** What giving an element of a kind its text is called. */
export const editWord = (type: ShownType): string => (editWords[type] ?? m.board_act_edit)();

export const colourWord: Record<Colour, () => string> = {
	yellow: m.board_colour_yellow,
	orange: m.board_colour_orange,
	red: m.board_colour_red,
	violet: m.board_colour_violet,
	blue: m.board_colour_blue,
	turquoise: m.board_colour_turquoise
};

/** The verb of a connector. */
export const verbOf: Record<ConnectorKind, () => string> = {
	affects: m.board_affects,
	supports: m.board_supports,
	endangers: m.board_endangers
};

/** The whole name of an element for somebody who does not see where it lies: kind, what its colour means, text and area. */
export function describe(description: ElementDescription, meaning?: string): string {
	if (description.key === 'connector') return sentenceOf(description);
	if (description.key === 'comment') return commentsWord(description);
	const word = kindWord[description.key]();
	const kind = meaning ? m.canvas_kind_meaning({ kind: word, meaning }) : word;
	const name = description.key === 'area' ? areaName(kind, description) : placedName(kind, description);
	const { quarter } = description;
	return quarter ? m.kinds_name_in_quarter({ name, quarter: quarterWords(quarter) }) : name;
}

function areaName(kind: string, { title, count, axes }: Extract<ElementDescription, { key: 'area' }>): string {
	const name = m.board_name_area({ kind, title: titleOr(title), count });
	return axes ? `${name}. ${axesWords(axes)}` : name;
}

function placedName(kind: string, { key, text, area }: Extract<ElementDescription, { text: string }>): string {
	const words = text || emptyWord(key);
	return area === null
		? m.board_name_plain({ kind, text: words })
		: m.board_name_in({ kind, text: words, area: titleOr(area) });
}

/** The name of an element on a board whose colours may have a meaning. */
export function nameOf(element: BoardElement, board: BoardSnapshot, legend: Legend = {}): string {
	const description = definitionOf(element.type).describe(element, board);
	const counted = description.key === 'area' ? { ...description, count: cardsIn(board, element.id) } : description;
	return describe(counted, meaningOf(element, legend));
}

/** What the colour of a card means. Areas and texts have one to be told apart only. */
export function meaningOf({ type, colour }: BoardElement, legend: Legend): string | undefined {
	return hasColour(type) ? legend[colour] : undefined;
}

/** Whether the colour of a kind of element is said to those who do not see it. */
export function hasColour(type: ShownType): boolean {
	const { layer, colourless } = definitionOf(type);
	return layer === 'cards' && !colourless;
}

/** A colour with what it means, to be chosen. */
export function colourName(colour: Colour, legend: Legend): string {
	const meaning = legend[colour];
	return meaning ? m.canvas_colour_meaning({ colour: colourWord[colour](), meaning }) : colourWord[colour]();
}

/** "Radwege unterstützt Tourismus" */
export function sentenceOf({ from, to, kind, label }: Extract<ElementDescription, { key: 'connector' }>): string {
	const words = { from: from || m.board_empty_text(), to: to || m.board_empty_text(), verb: verbOf[kind]() };
	return label ? m.board_sentence_label({ ...words, label }) : m.board_sentence(words);
}

/** Whether a kind of element is known by its text alone; of others the kind has to be said, too. */
export function isBare(type: ShownType): boolean {
	return type !== 'image' && type !== 'ink';
}

/** A short form of an element's text for buttons and lists. */
export function shortText({ type, text, answers = 0 }: BoardElement): string {
	if (type === 'comment') return m.board_comments({ count: answers });
	const line = text.trim().replace(/\s+/g, ' ');
	if (!line) return isBare(type) ? emptyWord(type) : `${kindWord[type]()} ${emptyWord(type)}`;
	return line.length > 80 ? `${line.slice(0, 78)} …` : line;
}

/** "2 Anmerkungen zu: Radwege, geklärt" */
function commentsWord({ answers, settled, on }: Extract<ElementDescription, { key: 'comment' }>): string {
	const comments = m.board_comments({ count: answers });
	const about = on === null ? comments : m.board_comments_on({ comments, name: on });
	return settled ? `${about}, ${m.board_comments_settled()}` : about;
}

/** A title, or the word for a missing one. */
export function titleOr(title: string): string {
	return title.trim() || m.board_empty_title();
}
