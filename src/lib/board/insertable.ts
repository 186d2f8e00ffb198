import BookOpen from '@lucide/svelte/icons/book-open-text';
import FileText from '@lucide/svelte/icons/file-text';
import Grid from '@lucide/svelte/icons/grid-2x2';
import LayoutTemplate from '@lucide/svelte/icons/layout-panel-left';
import ImagePlus from '@lucide/svelte/icons/image-plus';
import PenLine from '@lucide/svelte/icons/pen-line';
import Rows from '@lucide/svelte/icons/rows-3';
import Target from '@lucide/svelte/icons/target';
import type { Component } from 'svelte';
import type { Layer } from '#board/shape.ts';
import * as m from '#paraglide/messages.js';
import type { Where } from './actions.ts';
import type { Desk, ShownView } from './desk.svelte.ts';
import { choosePicture } from './place-picture.ts';
import { takePen } from './rarer-wishes.ts';
import { addCard, addLane, addMatrix } from './wishes.ts';

/** Something that is needed more rarely than a card and an area, and is laid on the board from a dialog. */
interface Insertable {
	key: string;
	icon: Component<{ size?: number | string; 'aria-hidden'?: 'true' }>;
	label(): string;
	hint(): string;
	/** The document that whoever lays it must be allowed to write. */
	layer: Layer;
	/** Where only one view can do it. */
	only?: ShownView['is'];
	/** `where` is for cards; what is as large as an area goes where there is room. */
	make(desk: Desk, where: Where): void;
}

/** One line for each, in the order in which they are offered. */
export const insertable: readonly Insertable[] = [
	{
		key: 'card',
		icon: FileText,
		label: m.kinds_card,
		hint: m.kinds_card_hint,
		layer: 'cards',
		make: addCard
	},
	{
		key: 'image',
		icon: ImagePlus,
		label: m.board_kind_image,
		hint: m.board_image_hint,
		layer: 'cards',
		make: (desk, where) => choosePicture(desk, where)
	},
	{
		key: 'ink',
		icon: PenLine,
		label: m.board_tool_draw,
		hint: m.board_draw_hint,
		layer: 'cards',
		only: 'canvas',
		make: (desk) => takePen(desk)
	},
	{
		key: 'goal',
		icon: Target,
		label: m.kinds_goal_insert,
		hint: m.kinds_goal_hint,
		layer: 'cards',
		make: (desk, where) => void (desk.dialog = { is: 'linked', kind: 'goal', where })
	},
	{
		key: 'strategy-card',
		icon: BookOpen,
		label: m.kinds_strategy_card,
		hint: m.kinds_strategy_card_hint,
		layer: 'cards',
		make: (desk, where) => void (desk.dialog = { is: 'linked', kind: 'strategy-card', where })
	},
	{
		key: 'matrix',
		icon: Grid,
		label: m.kinds_matrix,
		hint: m.kinds_matrix_hint,
		layer: 'scaffold',
		make: (desk) => addMatrix(desk)
	},
	{
		key: 'lane',
		icon: Rows,
		label: m.kinds_lane,
		hint: m.kinds_lane_hint,
		layer: 'scaffold',
		make: (desk) => addLane(desk)
	},
	{
		key: 'template',
		icon: LayoutTemplate,
		label: m.kinds_template,
		hint: m.kinds_template_hint,
		layer: 'scaffold',
		make: (desk) => void (desk.dialog = { is: 'templates' })
	}
];
