/** `npm run scale`: measures what many ledgers cost, and puts the figures into docs/scale.md. Takes some five minutes. */
import { installedVersion, machine, today } from '../figures/circumstances.cts';
import { writeFigures } from '../figures/write.cts';
import { isolateEngine } from '../standalone/isolation.cts';
import { preferTypeScript } from '../standalone/modules.cts';

const DOCUMENT = { path: 'docs/scale.md', command: 'npm run scale' };
const ACCOUNTS = [10, 1000];
const SAVES = [100, 1000, 5000];

function processorMs(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
}

async function main(): Promise<void> {
	const engine = isolateEngine();
	process.env.N8N_LOG_LEVEL = 'silent';
	preferTypeScript();
	const { measureAccount, measureSave } = await import('./measure.ts');
	const { sectionsOf } = await import('./report.ts');
	const { asMarkdown, grouped } = await import('../figures/section.ts');

	const accounts: Parameters<typeof sectionsOf>[0]['accounts'] = new Map();
	for (const ledgers of ACCOUNTS) {
		console.log(`Measuring ${grouped(ledgers)} ledgers`);
		accounts.set(ledgers, await measureAccount(ledgers, processorMs));
	}
	const saves: Parameters<typeof sectionsOf>[0]['saves'] = new Map();
	for (const ledgers of SAVES) {
		console.log(`Measuring Save for ${grouped(ledgers)} ledgers`);
		saves.set(ledgers, await measureSave(ledgers, processorMs));
	}
	const versions = `Node.js ${process.version.slice(1)}, n8n-core ${installedVersion('n8n-core')}`;
	const circumstances = { date: today(), versions, machine: machine() };
	const figures = asMarkdown(sectionsOf({ ...circumstances, accounts, saves }));
	console.log(figures);
	await writeFigures(DOCUMENT, figures);
	console.log(`Written to ${DOCUMENT.path}.`);
	await engine.close();
}

// Ended from outside it still tidies up.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
main().then(
	() => process.exit(0),
	(error: unknown) => {
		console.error(error);
		process.exit(1);
	},
);
