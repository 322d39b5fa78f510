import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives n8n's engine a folder of its own, and turns on all its logs. Must be called before the engine is loaded. */
export function isolateEngine(): { close: () => Promise<void> } {
	const userFolder = mkdtempSync(join(tmpdir(), 'n8n-engine-'));
	process.env.N8N_USER_FOLDER = userFolder;
	process.env.N8N_ENCRYPTION_KEY = 'of this engine';
	process.env.N8N_LOG_CRON_ACTIVE_INTERVAL = '0';
	process.env.N8N_LOG_LEVEL = 'debug';
	process.env.N8N_LOG_OUTPUT = 'console';
	process.on('exit', () => rmSync(userFolder, { recursive: true, force: true }));
	return {
		async close() {
			// Imported only now: loading the engine reads the environment.
			const { Container } = await import('@n8n/di');
			const { SSHClientsManager } = await import(
				'n8n-core/dist/execution-engine/ssh-clients-manager.js'
			);
			Container.get(SSHClientsManager).onShutdown();
		},
	};
}
