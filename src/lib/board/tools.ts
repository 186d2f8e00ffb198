import Download from '@lucide/svelte/icons/download';
import Maximize from '@lucide/svelte/icons/maximize';
import Minus from '@lucide/svelte/icons/minus';
import MousePointerClick from '@lucide/svelte/icons/mouse-pointer-click';
import Plus from '@lucide/svelte/icons/plus';
import Presentation from '@lucide/svelte/icons/presentation';
import Redo from '@lucide/svelte/icons/redo-2';
import Search from '@lucide/svelte/icons/search';
import Insert from '@lucide/svelte/icons/shapes';
import Spline from '@lucide/svelte/icons/spline';
import SquareDashed from '@lucide/svelte/icons/square-dashed';
import StickyNote from '@lucide/svelte/icons/sticky-note';
import Trash from '@lucide/svelte/icons/trash-2';
import Undo from '@lucide/svelte/icons/undo-2';
import CircleHelp from '@lucide/svelte/icons/circle-question-mark';
import * as m from '#paraglide/messages.js';
import type { Canvas } from './canvas.svelte.ts';
import type { Mode } from './desk.svelte.ts';
import { noteHere, placeHere } from './key-wishes.ts';
import type { ToolProps } from './Tool.svelte';
import { addArea, connect, takeBack } from './wishes.ts';

/** A tool of the canvas. */
export interface CanvasTool extends ToolProps {
	/** Where there is no room for all, those with the lowest rank keep their place. */
	rank: number;
	/** Whether it is often pressed several times in a row. */
	repeats?: true;
}

/** The tools that somebody has, in their order. */
export function toolsOf(canvas: Canvas): readonly CanvasTool[] {
	const { desk } = canvas;
	const { mayCards, mayScaffold } = desk.rights;
	return [
		...(mayCards ? [note(canvas), ...(mayScaffold ? [area(canvas)] : []), ...changes(canvas)] : []),
		{ icon: Search, label: m.board_tool_find(), rank: 6, onclick: () => (desk.dialog = { is: 'find' }) },
		...views(canvas),
		...(mayCards
			? [{ icon: Trash, label: m.board_tool_bin(), rank: 13, onclick: () => (desk.dialog = { is: 'bin' }) }]
			: []),
		{ icon: Download, label: m.board_tool_export(), rank: 14, onclick: () => (desk.dialog = { is: 'export' }) },
		{ icon: CircleHelp, label: m.board_tool_help(), keys: '?', rank: 12, onclick: () => (desk.dialog = { is: 'help' }) }
	];
}

/** Goes over to a way of working, or back from it. */
export function setMode({ desk }: Canvas, mode: Mode): void {
	desk.mode = desk.mode === mode ? 'choose' : mode;
	desk.connectFrom = null;
}

const note = (canvas: Canvas): CanvasTool => ({
	icon: StickyNote,
	label: m.board_tool_note(),
	keys: 'n',
	primary: true,
	rank: 1,
	onclick: () => noteHere(canvas)
});

const area = ({ desk, middle }: Canvas): CanvasTool => ({
	icon: SquareDashed,
	label: m.board_tool_area(),
	rank: 11,
	onclick: () => addArea(desk, { at: middle })
});

function changes(canvas: Canvas): CanvasTool[] {
	const { desk } = canvas;
	return [
		{
			icon: Insert,
			label: m.kinds_insert(),
			rank: 2,
			onclick: () => (desk.dialog = { is: 'insert', where: placeHere(canvas) })
		},
		{
			icon: Spline,
			label: m.board_tool_connect(),
			pressed: desk.mode === 'connect',
			rank: 5,
			onclick: () => startConnecting(canvas)
		},
		{
			icon: MousePointerClick,
			label: m.board_tool_many(),
			pressed: desk.mode === 'many',
			rank: 7,
			onclick: () => setMode(canvas, 'many')
		},
		{
			icon: Undo,
			label: m.board_tool_undo(),
			disabled: !desk.canUndo,
			rank: 3,
			repeats: true,
			onclick: () => takeBack(desk, 'undo')
		},
		{
			icon: Redo,
			label: m.board_tool_redo(),
			disabled: !desk.canRedo,
			rank: 8,
			repeats: true,
			onclick: () => takeBack(desk, 'redo')
		}
	];
}

const views = (canvas: Canvas): CanvasTool[] => [
	{ icon: Maximize, label: m.board_zoom_fit(), keys: '0', rank: 4, onclick: () => canvas.fit() },
	{ icon: Minus, label: m.board_zoom_out(), keys: '-', rank: 10, repeats: true, onclick: () => canvas.zoomBy(-1) },
	{ icon: Plus, label: m.board_zoom_in(), keys: '+', rank: 9, repeats: true, onclick: () => canvas.zoomBy(1) },
	{ icon: Presentation, label: m.canvas_slides(), keys: 'p', rank: 15, onclick: () => canvas.desk.slides.start() }
];

/** Two chosen cards are joined at once; with one chosen its partner is tapped next. */
function startConnecting(canvas: Canvas): void {
	const { desk } = canvas;
	const [from, to, more] = desk.selection.ids;
	if (from && to && !more) return connect(desk, from, to);
	setMode(canvas, 'connect');
	if (desk.mode === 'connect' && from && !to) desk.connectFrom = from;
}
