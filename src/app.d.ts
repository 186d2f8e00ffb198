import type { App as Wirkraum } from '#server/app.ts';
import type { Actor } from '#server/auth/actor.ts';
import type { Problem } from '#domain/problems.ts';

declare global {
	namespace App {
		interface Locals {
			app: Wirkraum;
			actor: Actor;
			/** The name of the signed-in person, for the page's head. */
			theme: 'system' | 'light' | 'dark';
		}
		interface Error {
			message: string;
			problem?: Problem;
			id?: string;
		}
	}
}
export {};
