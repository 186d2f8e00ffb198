import type { Component } from 'svelte';
import type { VotingMethod } from './faces.ts';
import type { SettingsProps } from './settings-props.ts';
import DotSettings from './settings/DotSettings.svelte';
import MajoritySettings from './settings/MajoritySettings.svelte';
import PointsSettings from './settings/PointsSettings.svelte';
import ResistanceSettings from './settings/ResistanceSettings.svelte';
import WeightedSettings from './settings/WeightedSettings.svelte';

/** Where a facilitator sets the rules of a method; methods that have none to set are left out. */
export const settings: Partial<Record<VotingMethod, Component<SettingsProps>>> = {
	dots: DotSettings,
	points: PointsSettings,
	resistance: ResistanceSettings,
	weighted: WeightedSettings,
	majority: MajoritySettings,
	hand: MajoritySettings
};
