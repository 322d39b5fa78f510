import { switchTable, type SwitchName, type Switches } from '../../../../sandbox/index';
import type { Draw } from './random';

/** These stay as they are: the node's own tests are about them. */
const FIXED: SwitchName[] = ['systemHeaders'];

/**
 * A reading for each question that the documentation leaves open, so that the soak covers them all. Left out is the one by
 * which the last page has no cursor: with it the same sales come again by design.
 */
export function drawSwitches(draw: Draw): Partial<Switches> {
	const names = (Object.keys(switchTable) as SwitchName[]).filter((name) => !FIXED.includes(name));
	const chosen = names.map((name) => {
		const readings: readonly string[] = switchTable[name].readings;
		return [name, draw.oneOf(readings.filter((reading) => reading !== 'noCursorOnLastPage'))];
	});
	return Object.fromEntries(chosen) as Partial<Switches>;
}
