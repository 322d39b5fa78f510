import { setUp, type Rig } from './rig';

/**
 * A rig for the tests of a file. The sandbox behaves at the beginning of each, and waits that the client may choose are as
 * short as can be.
 */
export function useFaultRig(): { rig: Rig } {
	const held = {} as { rig: Rig };
	beforeAll(async () => void (held.rig = await setUp()));
	afterAll(async () => await held.rig.close());
	beforeEach(() => {
		jest.spyOn(Math, 'random').mockReturnValue(0);
		held.rig.calls();
	});
	afterEach(() => {
		jest.restoreAllMocks();
		held.rig.sandbox.faults.clear();
	});
	return held;
}
