import { hosts, isHostName, type HostName } from './versions.cts';

/** The flag by which a command is told the n8n to run on. */
export const hostFlag = { host: { type: 'string', default: 'baseline' } } as const;

/** The hosts to choose from, for a message: `baseline (n8n 2.8.4) or current (n8n 2.41.1)`. */
export const hostChoices = Object.entries(hosts)
	.map(([name, { n8n }]) => `${name} (n8n ${n8n})`)
	.join(' or ');

/** @throws Error, readable, when there is no host of this name */
export function hostNamed(name: string): HostName {
	if (isHostName(name)) return name;
	throw new Error(`--host must be ${hostChoices}, not ${name}`);
}
