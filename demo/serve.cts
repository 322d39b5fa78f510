import picocolors from 'picocolors';

import type { N8nEnvironment } from '../host/drive/environment.cts';
import type { WorkflowImport } from '../host/drive/n8n.cts';
import { signIn } from '../host/drive/rest.cts';
import { startServer, type N8nServer } from '../host/drive/server.cts';
import { freePort } from '../host/process/ports.cts';
import { StepError, step } from './step.cts';

const preferredPort = 5678;

const owner = {
	email: 'demo@example.com',
	password: 'Vipps-demo-1',
	firstName: 'Demo',
	lastName: 'Accountant',
};

/** Serves the editor until the interruption, then stops n8n. */
export async function serveEditor(
	environment: N8nEnvironment,
	workflow: WorkflowImport,
	sandboxUrl: string,
	interrupted: Promise<void>,
): Promise<void> {
	const port = await freePort(preferredPort);
	if (port !== preferredPort) {
		console.log(`Port ${preferredPort} is taken: n8n is served at port ${port}.`);
	}
	const starting = step({
		doing: 'Starting n8n',
		work: async () => await startServer(environment, { port }),
		done: 'n8n is running',
		advice: `Close whatever uses port ${port}, then run this again.`,
	});
	const server = await Promise.race([starting, interrupted]);
	if (!server) return;
	try {
		console.log(await invitation(server, workflow, sandboxUrl));
		await Promise.race([interrupted, unexpectedEnd(server)]);
		console.log('\nStopping n8n and the mock API ...');
	} finally {
		await server.stop();
	}
}

async function invitation(server: N8nServer, workflow: WorkflowImport, sandboxUrl: string) {
	const address = `http://localhost:${server.port}`;
	const hasLogin = await signIn(server.url, owner).then(
		() => true,
		() => false,
	);
	const login = hasLogin
		? `  E-mail    ${owner.email}\n  Password  ${owner.password}`
		: '  Sign in with the e-mail and password that you set there earlier.';
	return `
${picocolors.bold(`Open ${address}/workflow/${workflow.id}`)}
${login}
  First     click "Execute workflow", then double-click a node to see what it brought

The mock API is at ${sandboxUrl}. Workflows of your own in this n8n are kept. Ctrl-C stops both.`;
}

async function unexpectedEnd(server: N8nServer): Promise<never> {
	const { code } = await server.exited;
	throw new StepError(
		'Serving n8n',
		`n8n ended by itself (exit code ${code}). Its last lines:\n${await server.log()}`,
		'Run this again.',
	);
}
