import { hosts, isHostName, type HostName } from '../../../host/install/versions.cts';

/** What a run of the e2e tests was asked for. */
export interface Arguments {
	host: HostName;
	/** For jest. */
	rest: string[];
	/** Why it cannot be run, for the user. */
	complaint?: string;
}

/** Reads a command line: `--host <name>` or `--host=<name>` anywhere in it (the last one counts), `baseline` without. */
export function readArguments(given: readonly string[]): Arguments {
	const rest: string[] = [];
	let name = 'baseline';
	for (let index = 0; index < given.length; index++) {
		const argument = given[index] ?? '';
		if (argument === '--host') name = given[++index] ?? '';
		else if (argument.startsWith('--host=')) name = argument.slice('--host='.length);
		else rest.push(argument);
	}
	if (isHostName(name)) return { host: name, rest };
	const known = Object.entries(hosts).map(([key, { n8n }]) => `${key} (n8n ${n8n})`);
	const complaint = `There is no host "${name}". There are: ${known.join(', ')}.`;
	return { host: 'baseline', rest, complaint };
}
