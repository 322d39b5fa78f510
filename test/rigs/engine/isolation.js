/**
 * n8n-core keeps settings in the user's folder and timers for its whole life: each test file gets an engine of its own. Whatever the rigs
 * started is closed when the file ends.
 */
const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { closeAll } = require('./servers/closing');

const userFolder = mkdtempSync(join(tmpdir(), 'n8n-engine-'));
process.env.N8N_USER_FOLDER = userFolder;
process.env.N8N_ENCRYPTION_KEY = 'of the engine tests';
process.env.N8N_LOG_CRON_ACTIVE_INTERVAL = '0';

afterAll(async () => {
	await closeAll();
	const { Container } = require('@n8n/di');
	const { SSHClientsManager } = require('n8n-core/dist/execution-engine/ssh-clients-manager');
	Container.get(SSHClientsManager).onShutdown();
	rmSync(userFolder, { recursive: true, force: true });
});
