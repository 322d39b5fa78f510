import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import type { Host } from '../install/install.cts';
import { inheritedEnvironment } from '../process/inherited.cts';
import { freePort, loopback } from '../process/ports.cts';

/** One user's n8n: a host and the folder with its database, its encryption key and its community packages. */
export interface N8nEnvironment {
	host: Host;
	/** n8n's own files lie in `.n8n` in here; n8n makes an encryption key there on first use and keeps to it. */
	userFolder: string;
	/** What every n8n command of this environment runs with, ports excepted. */
	variables: NodeJS.ProcessEnv;
	/** A path for the log files of one more command. */
	nextLog(name: string): string;
}

export interface EnvironmentOptions {
	/** The time zone of workflows that name none; n8n's own default is New York. */
	timezone?: string;
	/** Further variables; they win. */
	variables?: NodeJS.ProcessEnv;
}

/** Nothing leaves this machine, nothing is asked of the user. */
const quiet = {
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
};

/** What n8n prints at every start where no Python runner is set up, whatever the variables. */
export const noise = /^Failed to start Python task runner/;

/** Makes the user folder, or opens the one that is there. */
export async function openEnvironment(
	host: Host,
	userFolder: string,
	{ timezone = 'Europe/Oslo', variables = {} }: EnvironmentOptions = {},
): Promise<N8nEnvironment> {
	await mkdir(join(userFolder, '.n8n'), { recursive: true });
	const inherited = inheritedEnvironment(host.node);
	const noProxy = [inherited.NO_PROXY ?? inherited.no_proxy, 'localhost', loopback]
		.filter(Boolean)
		.join(',');
	let commands = 0;
	return {
		host,
		userFolder,
		variables: {
			...inherited,
			NO_PROXY: noProxy,
			no_proxy: noProxy,
			...quiet,
			GENERIC_TIMEZONE: timezone,
			N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: process.platform === 'win32' ? 'false' : 'true',
			N8N_LISTEN_ADDRESS: loopback,
			N8N_SECURE_COOKIE: 'false',
			N8N_USER_FOLDER: userFolder,
			...variables,
		},
		nextLog: (name) => join(userFolder, 'logs', `${String(++commands).padStart(3, '0')}-${name}`),
	};
}

/** The ports of one command: also `execute` opens one, for its task runner. */
export async function portVariables(port?: number): Promise<NodeJS.ProcessEnv> {
	return {
		N8N_PORT: String(port ?? (await freePort())),
		N8N_RUNNERS_BROKER_PORT: String(await freePort()),
	};
}
