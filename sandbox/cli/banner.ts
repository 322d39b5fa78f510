import Table from 'cli-table3';
import colours from 'picocolors';
import type { Sandbox } from '../index';
import { CONTROL_PREFIX } from '../http/requests';
import type { RecordedRequest } from '../state/recordedRequest';

const { bold, cyan, dim, green, red, yellow } = colours;

/**
 * What the command line prints when the sandbox listens: address, keys, ledgers, how to use and
 * steer it.
 */
export function bannerOf(sandbox: Sandbox): string {
	const ledgers = sandbox.ledgers();
	const shown = ledgers.slice(0, 12);
	const table = new Table({
		head: ['Ledger ID', 'Currency', 'Sales unit', 'Handle'],
		style: { head: [], border: [], compact: true },
	});
	for (const ledger of shown) {
		const names = ledger.salesUnits?.map(({ name }) => name) ?? [dim('(no sales units sent)')];
		table.push([
			ledger.ledgerId,
			ledger.currency,
			names.join('\n'),
			ledger.settlesForRecipientHandles.join('\n'),
		]);
	}
	const hidden = ledgers.length - shown.length;
	const pace = sandbox.clock.running ? 'real time' : 'stands still';
	const control = `${sandbox.url}${CONTROL_PREFIX}`;
	return [
		bold(`The mock API listens on ${cyan(sandbox.url)}`),
		`Its clock: ${sandbox.clock.now().toISOString()} (${pace})`,
		'',
		bold('In n8n, on this machine: create a credential "Vipps Accounting API" with'),
		`  Client ID      ${green(sandbox.clientId)}`,
		`  Client Secret  ${green(sandbox.clientSecret)}`,
		`  Environment    ${green('Custom')}`,
		`  Base URL       ${green(sandbox.url)}`,
		...salesUnitLines(sandbox),
		'',
		bold(`Ledgers: ${ledgers.length}`),
		...(ledgers.length ? [table.toString()] : [yellow('No merchant has granted access.')]),
		...(hidden > 0 ? [dim(`and ${hidden} more`)] : []),
		'',
		bold('Steer it:'),
		`  curl -X PUT   ${control}/clock -d '{"now":"2026-06-15T12:00:00Z"}'`,
		`  curl -X PATCH ${control}/switches -d '{"refundSign":"positive"}'`,
		`  curl -X POST  ${control}/tokens/expire`,
		`  curl          ${control}/requests`,
		dim('All of it: sandbox/README.md. Stop: Ctrl-C.'),
		'',
	].join('\n');
}

/** The keys of the sales unit, which open less. */
const salesUnitLines = ({ salesUnit }: Sandbox): string[] => [
	'or, for Settlement only, with Key Type "Sales Unit Keys" and',
	`  Client ID      ${green(salesUnit.clientId)}`,
	`  Client Secret  ${green(salesUnit.clientSecret)}`,
	`  Subscription Key        ${green(salesUnit.subscriptionKey)}`,
	`  Merchant Serial Number  ${green(salesUnit.merchantSerialNumber)}`,
];

/** One line about a call that was answered. */
export function lineAbout({ method, path, query, status, ms }: RecordedRequest): string {
	const parameters = Object.entries(query).map(([name, value]) => `${name}=${String(value)}`);
	const code = status < 400 ? green(status) : red(status);
	return `${code} ${method} ${path} ${dim(`${parameters.join(' ')} ${ms.toFixed(0)} ms`.trim())}`;
}
