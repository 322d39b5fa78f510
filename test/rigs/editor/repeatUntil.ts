import type { Locator } from 'playwright-core';

/** Of one try. On a machine with other work n8n may take longer, so what was wanted is looked for again before the next. */
const TRY_MS = 5000;
const TRIES = 5;

/**
 * Does something until an element is on the screen, or gone: n8n may move or draw anew what is clicked, just when it is.
 *
 * @param act is given its time limit, in milliseconds
 * @throws the error of the last try
 */
export async function repeatUntil(
	element: Locator,
	act: (limit: { timeout: number }) => Promise<unknown>,
	state: 'visible' | 'hidden' = 'visible',
): Promise<void> {
	const limit = { timeout: TRY_MS };
	const attempt = async () => {
		if ((await element.isVisible()) === (state === 'visible')) return;
		await act(limit);
		await element.waitFor({ state, ...limit });
	};
	for (let tries = 1; tries < TRIES; tries++) {
		const isDone = await attempt().then(
			() => true,
			() => false,
		);
		if (isDone) return;
	}
	await attempt();
}
