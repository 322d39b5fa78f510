/** `npm run docs`: writes into the documents what the nodes take and give today. */
import { exit } from '../../host/process/commandLine.cts';
import { isolateEngine } from '../measure/standalone/isolation.cts';
import { preferTypeScript } from '../measure/standalone/modules.cts';
import { writeFigures } from '../measure/figures/write.cts';

const engine = isolateEngine();
process.env.N8N_LOG_LEVEL = 'silent';
preferTypeScript();
// Imported only now: n8n's engine reads the environment when it is loaded.
const { documentOf, documentParts } = await import('./parts.ts');

const parts = await documentParts();
for (const [part, text] of parts) await writeFigures(documentOf(part), text);
await engine.close();
const paths = new Set([...parts.keys()].map((part) => documentOf(part).path));
console.log(`Written to ${[...paths].join(' and ')}: ${parts.size} parts.`);
// The engine leaves timers and sockets behind.
exit(0);
