import { switchTable, type SwitchName, type Switches } from '../../../../sandbox/index';
import type { Random } from '../testBed/random';

/** These keep their default: the engine tests cover them. An open date that is not found is one by today's date, which is not the sandbox's. */
const FIXED: SwitchName[] = ['systemHeaders', 'openDate'];

/**
 * A random reading for each question that the documentation leaves open. Excluded is the reading by which the last page
 * has no cursor: with it the same sales are returned again by design.
 */
export function randomSwitches(random: Random): Partial<Switches> {
	const names = (Object.keys(switchTable) as SwitchName[]).filter((name) => !FIXED.includes(name));
	const chosen = names.map((name) => {
		const readings: readonly string[] = switchTable[name].readings;
		return [name, random.oneOf(readings.filter((reading) => reading !== 'noCursorOnLastPage'))];
	});
	return Object.fromEntries(chosen) as Partial<Switches>;
}
