/** `npm run scale`: measures what many ledgers cost, and puts the figures into docs/internals/many-ledgers.md. Takes some five minutes. */
import { exit } from '../../../host/process/commandLine.cts';
import { installedVersion, machine, today } from '../figures/circumstances.cts';
import { asMarkdown, grouped } from '../figures/section.ts';
import { writeFigures } from '../figures/write.cts';
import { isolateEngine } from '../standalone/isolation.cts';
import { preferTypeScript } from '../standalone/modules.cts';
import type { Figures } from './report.ts';

const DOCUMENT = { path: 'docs/internals/many-ledgers.md', command: 'npm run scale' };
const ACCOUNTS = [10, 1000];
const SAVES = [100, 1000, 5000];

function processorMs(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
}

// The handler of `exit` that removes the engine's folder does not run after a signal.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
const engine = isolateEngine();
process.env.N8N_LOG_LEVEL = 'silent';
preferTypeScript();
// Imported only now: n8n's engine reads the environment when it is loaded.
const { measureAccount, measureSave } = await import('./measure.ts');
const { sectionsOf } = await import('./report.ts');

const accounts: Figures['accounts'] = new Map();
for (const ledgers of ACCOUNTS) {
	console.log(`Measuring ${grouped(ledgers)} ledgers`);
	accounts.set(ledgers, await measureAccount(ledgers, processorMs));
}
const saves: Figures['saves'] = new Map();
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
exit(0);
