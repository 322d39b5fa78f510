/** Runs something while the clock of this process stands at an instant, from which it goes on. */
export async function atTime<Value>(instant: string, run: () => Promise<Value>): Promise<Value> {
	const { now } = Date;
	const shift = Date.parse(instant) - now();
	Date.now = () => now.call(Date) + shift;
	try {
		return await run();
	} finally {
		Date.now = now;
	}
}
