/** Sets the clock of this process; it goes on from there. `jest.restoreAllMocks()` sets it back. */
export function setClock(instant: string): void {
	jest.restoreAllMocks();
	const { now } = Date;
	const shift = Date.parse(instant) - now();
	jest.spyOn(Date, 'now').mockImplementation(() => now.call(Date) + shift);
}
