type Close = () => unknown;

const open = new Set<Close>();

/** Whatever a rig starts is closed when the test file ends, even if a failed assertion kept the test from closing it. */
export function closedAtEnd<Started extends { close: Close }>(started: Started): Started {
	open.add(started.close);
	return started;
}

/** Closes everything that was started. To close something twice does no harm. */
export async function closeAll(): Promise<void> {
	for (const close of open) await close();
	open.clear();
}
