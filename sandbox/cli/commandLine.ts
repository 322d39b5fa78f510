import { complaintAboutInstant } from '../state/clock';
import { withDefaults, type SandboxOptions } from '../state/options';
import { complaintAbout, switchNames, switchTable, type SwitchName } from '../state/switches';

/** The port of the command line, always the same, so that a credential can be used again. */
export const COMMAND_LINE_PORT = 8088;

/** What was written after the flags: `{ port: '8089', 'refund-sign': 'positive' }`. */
export type FlagValues = Record<string, string | boolean | undefined>;

/** `refundSign` → `refund-sign`. */
const flagOf = (name: SwitchName) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const flags: Readonly<Record<string, string>> = {
	port: `port on 127.0.0.1 (${COMMAND_LINE_PORT})`,
	seed: 'the same seed gives the same history (1)',
	now: 'a clock that stands at this instant, such as 2026-06-15T12:00:00Z (real time)',
	ledgers: 'merchants that granted access; 0 for none (7)',
	'ledger-page-size': 'ledgers on one page of the ledger list (5)',
	'token-life': 'life of an access token in seconds (900)',
	busyness: 'so many times the ordinary number of orders a day (1)',
	'client-id': 'client id of the accounting keys (always the same)',
	'client-secret': 'client secret of the accounting keys (always the same)',
};

/** The flags in the form that `parseArgs` of Node's util wants. */
export const flagTypes: Record<string, { type: 'string' | 'boolean'; short?: string }> = {
	...Object.fromEntries(
		[...Object.keys(flags), ...switchNames.map(flagOf)].map((flag) => [flag, { type: 'string' }]),
	),
	fixtures: { type: 'boolean' },
	help: { type: 'boolean', short: 'h' },
};

/** The text of `--help`. */
export function helpText(): string {
	const row = (flag: string, text: string) => `  --${flag.padEnd(20)} ${text}`;
	return [
		'A mock of the Vipps MobilePay accounting APIs. Nothing leaves this machine.',
		'',
		'  npm run sandbox -- [options]',
		'',
		...Object.entries(flags).map(([flag, text]) => row(flag, text)),
		row('fixtures', 'further ledgers, with published funds and fees'),
		row('help', 'this text'),
		'',
		'What the public documentation leaves open; the first reading is the default:',
		'',
		...switchNames.flatMap((name) => [
			row(flagOf(name), switchTable[name].readings.join(' | ')),
			`${' '.repeat(25)}${switchTable[name].means}`,
		]),
	].join('\n');
}

/**
 * The options that the flags ask for. Throws a RangeError that a person understands when one of
 * them is no good.
 */
export function optionsFrom(values: FlagValues): SandboxOptions {
	const text = (flag: string) => {
		const value = values[flag];
		return typeof value === 'string' ? value : undefined;
	};
	const number = (flag: string) => {
		const value = text(flag);
		if (value === undefined) return undefined;
		if (!/^-?\d+$/.test(value)) throw new RangeError(`--${flag} must be a whole number`);
		return Number(value);
	};
	const readings = switchNames.map((name) => [name, text(flagOf(name))] as const);
	const switches = Object.fromEntries(readings.filter(([, reading]) => reading !== undefined));
	const options: SandboxOptions = {
		port: number('port') ?? COMMAND_LINE_PORT,
		seed: number('seed'),
		now: text('now'),
		ledgerCount: number('ledgers'),
		fixtures: values.fixtures === true,
		ledgerPageSize: number('ledger-page-size'),
		tokenLifeSeconds: number('token-life'),
		busyness: number('busyness'),
		clientId: text('client-id'),
		clientSecret: text('client-secret'),
		switches,
	};
	const complaint =
		complaintAbout(switches) ??
		(options.now === undefined ? undefined : complaintAboutInstant(options.now));
	if (complaint) throw new RangeError(complaint);
	withDefaults(options);
	return options;
}
