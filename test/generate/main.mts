import { writeFigures } from '../measure/figures/write.cts';
import { isolateEngine } from '../measure/standalone/isolation.cts';
import { preferTypeScript } from '../measure/standalone/modules.cts';

/** Writes into docs/operations.md what the nodes take and give today. */
async function main(): Promise<void> {
	const engine = isolateEngine();
	process.env.N8N_LOG_LEVEL = 'silent';
	preferTypeScript();
	const { documentOf, documentParts } = await import('./parts.ts');
	const parts = await documentParts();
	for (const [part, text] of parts) await writeFigures(documentOf(part), text);
	await engine.close();
	console.log(`Written to ${documentOf('').path}: ${parts.size} parts.`);
}

// What the engine leaves behind would keep the process.
main().then(
	() => process.exit(0),
	(error: unknown) => {
		console.error(error);
		process.exit(1);
	},
);
