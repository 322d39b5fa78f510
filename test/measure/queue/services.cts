import { existsSync, readdirSync } from 'node:fs';
import { chown } from 'node:fs/promises';
import { connect } from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { freePort, loopback } from '../../../host/process/ports.cts';
import { readLog, startProgram, tailOf, type Program } from '../../../host/process/program.cts';
import { runProgram } from '../../../host/process/run.cts';

const DEBIAN_POSTGRES = '/usr/lib/postgresql';
const START_LIMIT_MS = 30_000;
const env = { ...process.env, LC_ALL: 'C.UTF-8' };

/** Redis and PostgreSQL on loopback, with folders of their own. */
export interface Services {
	/** The environment variables that tell n8n where they are. */
	variables: NodeJS.ProcessEnv;
	/** Such as `Redis 7.0.15, PostgreSQL 15.14`. */
	versions: string;
	close(): Promise<void>;
}

/**
 * Starts both.
 *
 * @param folder an empty folder for all their files
 * @throws Error if one of them is not installed or does not start
 */
export async function startServices(folder: string): Promise<Services> {
	const redis = find('redis-server', []);
	const folders = existsSync(DEBIAN_POSTGRES) ? readdirSync(DEBIAN_POSTGRES).sort().reverse() : [];
	const bins = folders.map((version) => join(DEBIAN_POSTGRES, version, 'bin'));
	const postgres = find('postgres', bins);
	const initdb = find('initdb', bins);
	const data = join(folder, 'postgres');
	const started: Program[] = [];
	const close = async () => {
		for (const program of started.reverse()) await program.stop();
	};
	try {
		const [redisPort, postgresPort] = [await freePort(), await freePort()];
		const log = (name: string) => join(folder, name);
		const start = async (name: string, port: number, line: string[]) => {
			const [command = '', ...args] = line;
			const program = startProgram(command, args, { cwd: folder, env, log: log(name) });
			started.push(program);
			await untilUp(name, port, log(name));
		};
		const redisOptions = ['--port', String(redisPort), '--bind', loopback, '--save', ''];
		await start('redis', redisPort, [redis, ...redisOptions, '--dir', folder]);
		const as = await asPostgres(folder);
		const cluster = ['-D', data, '-U', 'n8n', '-A', 'trust', '-E', 'UTF8', '--no-locale'];
		await run([...as, initdb, ...cluster], log('initdb'));
		const listen = ['-p', String(postgresPort), '-c', `listen_addresses=${loopback}`, '-k', folder];
		await start('postgres', postgresPort, [...as, postgres, '-D', data, ...listen]);
		const [redisVersion, postgresVersion] = [
			await run([redis, '--version'], log('redis-version')),
			await run([postgres, '--version'], log('postgres-version')),
		];
		const version = (text: string) => /\d+\.\d+(?:\.\d+)?/.exec(text)?.[0] ?? '?';
		return {
			versions: `Redis ${version(redisVersion)}, PostgreSQL ${version(postgresVersion)}`,
			variables: {
				EXECUTIONS_MODE: 'queue',
				QUEUE_BULL_REDIS_HOST: loopback,
				QUEUE_BULL_REDIS_PORT: String(redisPort),
				DB_TYPE: 'postgresdb',
				DB_POSTGRESDB_HOST: loopback,
				DB_POSTGRESDB_PORT: String(postgresPort),
				DB_POSTGRESDB_USER: 'n8n',
				DB_POSTGRESDB_DATABASE: 'postgres',
			},
			close,
		};
	} catch (error) {
		await close();
		throw error;
	}
}

function find(name: string, folders: readonly string[]): string {
	const path = [...folders, ...(process.env.PATH ?? '').split(delimiter)];
	const found = path.map((folder) => join(folder, name)).find((file) => existsSync(file));
	if (found !== undefined) return found;
	throw new Error(`There is no ${name} here. Install Debian's redis-server and postgresql.`);
}

/** PostgreSQL refuses to run as root: gives it the folder, and returns what its commands have to start with. */
async function asPostgres(folder: string): Promise<string[]> {
	if (process.getuid?.() !== 0) return [];
	const ids = await Promise.all(
		['-u', '-g'].map(async (flag) =>
			Number(await run(['id', flag, 'postgres'], join(folder, `id${flag}`))),
		),
	);
	const [uid = 0, gid = 0] = ids;
	await chown(folder, uid, gid);
	return ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
}

async function run([command = '', ...args]: string[], log: string): Promise<string> {
	const { code, stdout, tail } = await runProgram(command, args, {
		cwd: '/',
		env,
		log,
		limitMs: START_LIMIT_MS,
	});
	if (code !== 0) throw new Error(`${command} failed:\n${tail}`);
	return stdout.trim();
}

async function untilUp(name: string, port: number, log: string): Promise<void> {
	for (const end = Date.now() + START_LIMIT_MS; !(await isOpen(port)); await sleep(100)) {
		if (Date.now() < end) continue;
		const { stdout, stderr } = await readLog(log);
		throw new Error(`${name} did not start:\n${tailOf(stdout, stderr)}`);
	}
}

const isOpen = async (port: number) =>
	await new Promise<boolean>((resolve) => {
		const socket = connect({ host: loopback, port });
		socket.once('connect', () => (socket.destroy(), resolve(true)));
		socket.once('error', () => resolve(false));
	});
