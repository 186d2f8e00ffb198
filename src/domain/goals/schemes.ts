import { ok, refuse, type Result } from '../result.ts';
import type { LevelScheme } from './level-scheme.ts';
import { helmstedt } from './schemes/helmstedt.ts';
import { mitte } from './schemes/mitte.ts';
import { unna } from './schemes/unna.ts';
import { v2030 } from './schemes/v2030.ts';

/** The schemes of levels that ship. A new one is one file and one line here. */
export const schemes = { helmstedt, unna, mitte, v2030 } as const;

/** The scheme of this name, or `goal.scheme-unknown`. */
export function schemeNamed(key: string): Result<LevelScheme> {
	return Object.hasOwn(schemes, key)
		? ok<LevelScheme>(schemes[key as keyof typeof schemes])
		: refuse({ code: 'goal.scheme-unknown', scheme: key });
}
