import { startSandbox, type Sandbox, type SandboxOptions } from '../../../sandbox';

/** When the clock of a started sandbox stands, unless a test sets it. */
const NOW = '2026-06-15T12:00:00Z';

/** Gives a function that starts sandboxes. Each is closed when its test ends. */
export function useSandboxes(): (options?: SandboxOptions) => Promise<Sandbox> {
	const open: Sandbox[] = [];
	afterEach(async () => {
		await Promise.all(open.splice(0).map(async (sandbox) => await sandbox.close()));
	});
	return async (options = {}) => {
		const sandbox = await startSandbox({ now: NOW, ...options });
		open.push(sandbox);
		return sandbox;
	};
}
