import { colours } from '#board/colours.ts';
import { folded } from '#board/find.ts';
import * as m from '#paraglide/messages.js';
import type { Desk, ShownView } from '../desk.svelte.ts';
import type { KeyWish } from '../keys.ts';
import { colourWord } from '../words.ts';

/** What must be so for a command to be possible. */
type Need = keyof typeof needs;

/** One thing that can be done with a board, as somebody looks it up. */
export interface Command {
	name(): string;
	wish: KeyWish;
	/** The keys that do the same. */
	keys?: string;
	needs?: readonly Need[];
	/** Where only one view can do it. */
	only?: ShownView['is'];
}

const ctrl = () => m.board_key_name_ctrl();
const shift = () => m.board_key_name_shift();

/** All of them, in the order in which they are offered. */
export const commands = (): readonly Command[] => [
	{ name: m.board_tool_note, wish: { does: 'new-note' }, keys: 'N', needs: ['cards'] },
	{ name: m.board_tool_area, wish: { does: 'new-area' }, needs: ['scaffold'] },
	{ name: m.board_tool_image, wish: { does: 'new-picture' }, keys: 'B', needs: ['cards'] },
	{ name: m.board_tool_draw, wish: { does: 'draw' }, keys: 'S', needs: ['cards'], only: 'canvas' },
	{ name: m.board_kind_comment, wish: { does: 'comment' }, keys: 'A', needs: ['comment'] },
	{ name: m.board_act_edit, wish: { does: 'edit' }, keys: 'Enter', needs: ['cards', 'one'] },
	{ name: m.board_act_move, wish: { does: 'move-to' }, keys: 'M', needs: ['cards', 'one'] },
	{ name: m.board_act_connect, wish: { does: 'connect' }, keys: 'V', needs: ['cards', 'one'] },
	{ name: m.board_act_group, wish: { does: 'group' }, keys: 'G', needs: ['cards', 'several'] },
	{ name: m.board_act_arrange, wish: { does: 'align' }, needs: ['cards', 'several'] },
	...colours.map((colour, at) => ({
		name: () => m.canvas_command_colour({ colour: colourWord[colour]() }),
		wish: { does: 'colour', colour } as const,
		keys: String(at + 1),
		needs: ['cards', 'one'] as const
	})),
	{
		name: m.canvas_stack_front,
		wish: { does: 'stack', way: 'front' },
		keys: `${shift()} + ${m.canvas_key_name_page_up()}`,
		needs: ['cards', 'one']
	},
	{
		name: m.canvas_stack_forward,
		wish: { does: 'stack', way: 'forward' },
		keys: m.canvas_key_name_page_up(),
		needs: ['cards', 'one']
	},
	{
		name: m.canvas_stack_backward,
		wish: { does: 'stack', way: 'backward' },
		keys: m.canvas_key_name_page_down(),
		needs: ['cards', 'one']
	},
	{
		name: m.canvas_stack_back,
		wish: { does: 'stack', way: 'back' },
		keys: `${shift()} + ${m.canvas_key_name_page_down()}`,
		needs: ['cards', 'one']
	},
	{ name: m.board_act_copy, wish: { does: 'copy' }, keys: `${ctrl()} + C`, needs: ['one'] },
	{ name: m.board_act_cut, wish: { does: 'cut' }, keys: `${ctrl()} + X`, needs: ['cards', 'one'] },
	{ name: m.board_act_paste, wish: { does: 'paste' }, keys: `${ctrl()} + V`, needs: ['cards'] },
	{ name: m.board_act_duplicate, wish: { does: 'duplicate' }, keys: `${ctrl()} + D`, needs: ['cards', 'one'] },
	{ name: m.board_act_lock, wish: { does: 'lock' }, needs: ['scaffold', 'one'] },
	{ name: m.board_act_free, wish: { does: 'free' }, needs: ['scaffold', 'one'] },
	{ name: m.board_act_delete, wish: { does: 'delete' }, keys: m.board_key_name_delete(), needs: ['cards', 'one'] },
	{ name: m.canvas_command_choose_all, wish: { does: 'choose-all' }, keys: `${ctrl()} + A`, needs: ['cards'] },
	{ name: m.board_tool_undo, wish: { does: 'undo' }, keys: `${ctrl()} + Z`, needs: ['undo'] },
	{ name: m.board_tool_redo, wish: { does: 'redo' }, keys: `${ctrl()} + ${shift()} + Z`, needs: ['redo'] },
	{ name: m.board_zoom_fit, wish: { does: 'fit' }, keys: '0', only: 'canvas' },
	{ name: m.board_zoom_in, wish: { does: 'zoom-in' }, keys: '+', only: 'canvas' },
	{ name: m.board_zoom_out, wish: { does: 'zoom-out' }, keys: '–', only: 'canvas' },
	{ name: m.canvas_command_minimap, wish: { does: 'minimap' }, only: 'canvas' },
	{ name: m.canvas_call, wish: { does: 'call' }, needs: ['scaffold'], only: 'canvas' },
	{ name: m.canvas_slides_start, wish: { does: 'slides' }, keys: 'P', only: 'canvas' },
	{ name: m.canvas_command_to_list, wish: { does: 'list' }, keys: 'L', only: 'canvas' },
	{ name: m.canvas_command_to_canvas, wish: { does: 'list' }, keys: 'L', only: 'list' },
	{ name: m.board_tool_bin, wish: { does: 'bin' }, needs: ['cards'] },
	{ name: m.kinds_templates_title, wish: { does: 'templates' }, needs: ['scaffold'] },
	{ name: m.kinds_keep, wish: { does: 'keep-template' }, needs: ['scaffold'] },
	{ name: m.canvas_legend_open, wish: { does: 'legend' }, needs: ['scaffold'] },
	{ name: m.board_tool_export, wish: { does: 'export' } },
	{ name: m.board_tool_help, wish: { does: 'help' }, keys: '?' }
];

/** Why a command is not possible just now, where it is not. */
const needs = {
	cards: (desk: Desk) => (desk.rights.mayCards ? null : m.board_said_not_allowed()),
	scaffold: (desk: Desk) => (desk.rights.mayScaffold ? null : m.board_said_not_allowed()),
	comment: (desk: Desk) => (desk.mayComment ? null : m.board_said_not_allowed()),
	one: (desk: Desk) => (desk.selection.ids.size > 0 ? null : m.board_said_choose_first()),
	several: (desk: Desk) => (desk.selection.ids.size > 1 ? null : m.board_said_choose_more()),
	undo: (desk: Desk) => (desk.canUndo ? null : m.board_said_nothing()),
	redo: (desk: Desk) => (desk.canRedo ? null : m.board_said_nothing())
};

/** A command with the reason why it is not possible just now. */
export interface Offered extends Command {
	why: string | null;
}

/** The commands that fit the words, the possible ones first; for no words only those. */
export function offer(desk: Desk, words: string): Offered[] {
	const wanted = folded(words).split(/\s+/).filter(Boolean);
	const fitting = commands()
		.filter(({ only = desk.view.is, name }) => only === desk.view.is && holds(name(), wanted))
		.map((command) => ({ ...command, why: hindrance(desk, command) }));
	const possible = fitting.filter(({ why }) => why === null);
	return wanted.length === 0 ? possible : [...possible, ...fitting.filter(({ why }) => why !== null)];
}

function hindrance(desk: Desk, { needs: needed = [] }: Command): string | null {
	for (const need of needed) {
		const why = needs[need](desk);
		if (why !== null) return why;
	}
	return null;
}

function holds(name: string, wanted: readonly string[]): boolean {
	const own = folded(name);
	return wanted.every((word) => own.includes(word));
}
