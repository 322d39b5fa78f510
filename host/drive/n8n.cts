import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { runProgram, type Run } from '../process/run.cts';
import { noise, portVariables, type N8nEnvironment } from './environment.cts';
import { findRunData, type RunData } from './execution.cts';

/** A credential as n8n imports it, with its data in plain text. A later import with the same id replaces it. */
export interface CredentialImport {
	id: string;
	name: string;
	type: string;
	data: Record<string, unknown>;
}

/** A workflow as n8n exports it. */
export interface WorkflowImport {
	id: string;
	name: string;
	nodes: WorkflowNode[];
	connections: Record<string, unknown>;
	[more: string]: unknown;
}

export interface WorkflowNode {
	name: string;
	type: string;
	parameters?: Record<string, unknown>;
	credentials?: Record<string, { id: string; name: string }>;
	[more: string]: unknown;
}

export interface CommandOptions {
	/** The command is stopped after this time. */
	limitMs?: number;
}

/** An execution from the command line. */
export interface Execution extends RunData {
	/** The last lines n8n printed. */
	log: string;
}

/**
 * Runs a command of n8n's command line, and waits until it ends with any exit code.
 *
 * @throws Error if it takes longer than `limitMs` (two minutes)
 */
export async function runN8n(
	environment: N8nEnvironment,
	args: readonly string[],
	{ limitMs = 120_000 }: CommandOptions = {},
): Promise<Run> {
	const { host, userFolder, variables, nextLog } = environment;
	return await runProgram(host.node, [host.command, ...args], {
		cwd: userFolder,
		env: { ...variables, ...(await portVariables()) },
		log: nextLog((args[0] ?? 'n8n').replace(':', '-')),
		limitMs,
		noise,
	});
}

/**
 * Runs a command that may be repeated, to its exit code. If a signal ended it, it is run once more: n8n now and then
 * crashes in its native parts as it ends, with its work done, and then has no exit code.
 */
export async function runToCode(
	environment: N8nEnvironment,
	args: readonly string[],
): Promise<Run> {
	const run = await runN8n(environment, args);
	return run.code === null ? await runN8n(environment, args) : run;
}

/** @throws Error if n8n refuses them */
export async function importCredentials(
	environment: N8nEnvironment,
	credentials: CredentialImport[],
): Promise<void> {
	await importJson(environment, 'import:credentials', credentials);
}

/**
 * Makes workflows executable by id. A workflow with the same id is replaced.
 *
 * @throws Error if n8n refuses them
 */
export async function importWorkflows(
	environment: N8nEnvironment,
	workflows: WorkflowImport[],
): Promise<void> {
	await importJson(environment, 'import:workflow', workflows);
}

/**
 * Activates the trigger of an imported workflow from the next start of a server.
 *
 * @throws Error if n8n refuses it
 */
export async function publishWorkflow(environment: N8nEnvironment, id: string): Promise<void> {
	const { code, tail } = await runToCode(environment, ['publish:workflow', `--id=${id}`]);
	if (code !== 0) throw new Error(`n8n did not publish workflow ${id}:\n${tail}`);
}

/**
 * Executes an imported workflow. A failed execution is a result, too: see `status` and `data.resultData.error`.
 *
 * @throws Error if it could not be executed at all
 */
export async function execute(
	environment: N8nEnvironment,
	workflowId: string,
	{ limitMs = 300_000 }: CommandOptions = {},
): Promise<Execution> {
	const args = ['execute', `--id=${workflowId}`, '--rawOutput'];
	const { stdout, tail } = await runN8n(environment, args, { limitMs });
	const run = findRunData(stdout);
	if (!run) throw new Error(`n8n did not execute workflow ${workflowId}. Its last lines:\n${tail}`);
	return { ...run, log: tail };
}

async function importJson(
	environment: N8nEnvironment,
	command: string,
	content: object[],
): Promise<void> {
	// Credentials are in plain text here: only this user may read the file, and it is deleted after the import.
	const file = join(environment.userFolder, `import-${randomUUID()}.json`);
	await writeFile(file, JSON.stringify(content), { mode: 0o600 });
	try {
		const { code, tail } = await runToCode(environment, [command, `--input=${file}`]);
		if (code !== 0) throw new Error(`n8n ${command} failed (exit code ${code}):\n${tail}`);
	} finally {
		await rm(file, { force: true });
	}
}
