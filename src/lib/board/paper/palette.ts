import { colours, type Colour } from '#board/colours.ts';
import { connectorKinds, type ConnectorKind } from '#board/elements/connector.ts';

/** The colours and letters of the page, as a canvas needs them. */
export interface Palette {
	note: Record<Colour, string>;
	edge: Record<Colour, string>;
	arrow: Record<ConnectorKind, string>;
	action: string;
	/** Lines that stand for a text. */
	ink: string;
	text: string;
	surface: string;
	font: string;
}

const arrows: Record<ConnectorKind, string> = {
	affects: '--wr-muted',
	supports: '--wr-success',
	endangers: '--wr-danger'
};

const [dark, forced] = ['(prefers-color-scheme: dark)', '(forced-colors: active)'] as const;

/** Tells the colours of the page's theme, now and whenever it changes. Answers how to end that. */
export function watchPalette(page: HTMLElement, hear: (palette: Palette) => void): () => void {
	const read = () => hear(readPalette(page));
	const ends = new AbortController();
	for (const query of [dark, forced]) matchMedia(query).addEventListener('change', read, { signal: ends.signal });
	const theme = new MutationObserver(read);
	theme.observe(document.documentElement, { attributeFilter: ['data-theme'] });
	ends.signal.addEventListener('abort', () => theme.disconnect());
	read();
	return () => ends.abort();
}

function readPalette(page: HTMLElement): Palette {
	const probe = page.appendChild(document.createElement('span'));
	// A browser that forces its colours onto the page leaves a canvas alone.
	probe.style.forcedColorAdjust = 'none';
	const own = matchMedia(forced).matches;
	const read = (name: string, system = 'CanvasText') => {
		probe.style.color = own ? system : `var(${name})`;
		return getComputedStyle(probe).color;
	};
	const each = <K extends string>(keys: readonly K[], name: (key: K) => string, system?: string) =>
		Object.fromEntries(keys.map((key) => [key, read(name(key), system)])) as Record<K, string>;
	const palette = {
		note: each(colours, (colour) => `--wr-note-${colour}`, 'Canvas'),
		edge: each(colours, (colour) => `--wr-edge-${colour}`),
		arrow: each(connectorKinds, (kind) => arrows[kind]),
		action: read('--wr-action', 'Highlight'),
		ink: read('--wr-muted'),
		text: read('--wr-text'),
		surface: read('--wr-surface', 'Canvas'),
		font: getComputedStyle(probe).fontFamily
	};
	probe.remove();
	return palette;
}
