import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import type { Host } from '../install/install.cts';
import { inheritedEnvironment } from '../process/inherited.cts';
import { freePort, loopback } from '../process/ports.cts';

/** One user's n8n: a host, and the folder with its database, encryption key and community packages. */
export interface N8nEnvironment {
	host: Host;
	/** Contains n8n's own files in `.n8n`. n8n creates its encryption key there on first use. */
	userFolder: string;
	/** The environment variables of every n8n command, except for the ports. */
	variables: NodeJS.ProcessEnv;
	/** A path for the log files of the next command. */
	nextLog(name: string): string;
}

export interface EnvironmentOptions {
	/** The time zone of workflows that set none. Without it, n8n takes New York. */
	timezone?: string;
	/** Further variables, which override the others. */
	variables?: NodeJS.ProcessEnv;
}

/** n8n sends nothing to its makers, and asks the user nothing. */
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

/** Printed at every start without a Python runner, whatever the variables. */
export const noise = /^Failed to start Python task runner/;

/** Opens a user folder; creates it if it does not exist. */
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

/** The ports of one command. Even `execute` opens one, for its task runner. */
export async function portVariables(port?: number): Promise<NodeJS.ProcessEnv> {
	return {
		N8N_PORT: String(port ?? (await freePort())),
		N8N_RUNNERS_BROKER_PORT: String(await freePort()),
	};
}
