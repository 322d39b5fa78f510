/**
 * `npm run scan`: what n8n's own package scanner finds in the sources and in the packed tarball, and whether the tarball
 * holds what it should and nothing else, and whether anything else comes along when it is installed. Needs a finished build.
 * Ends with status 1 on any finding.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
	analyzePackage,
	SOURCE_FILE_PATTERNS,
} from '@n8n/scan-community-package/scanner/scanner.mjs';

/** What is published: the compiled package, its documents, and the two files by which it is loaded. */
const PUBLISHED =
	/^(?:README\.md|LICENSE\.md|CHANGELOG\.md|index\.js|package\.json|dist\/(?:package\.json|icons\/[\w.]+\.svg|nodes\/\w+\/\w+\.node\.json|(?:accounting|credentials|nodes|vipps)\/[\w./]+\.js))$/;

const repository = fileURLToPath(new URL('../..', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'scan-'));
const failures = [];

try {
	await analyze('sources', repository, [
		...SOURCE_FILE_PATTERNS,
		'accounting/**/*.ts',
		'vipps/**/*.ts',
	]);
	const tarball = packTarball();
	const unpacked = unpack(tarball);
	await analyze('tarball', unpacked);
	checkInstallation(tarball);
	checkContents(unpacked);
	checkExports();
} finally {
	rmSync(work, { recursive: true, force: true });
}

for (const failure of failures) console.error(failure);
process.exitCode = failures.length > 0 ? 1 : 0;

async function analyze(what, folder, patterns) {
	const { passed, message, details } = await analyzePackage(folder, patterns);
	console.log(`${what}: ${passed ? 'no finding' : message}`);
	if (!passed) failures.push(details ?? message);
}

function packTarball() {
	const packed = execFileSync('npm', ['pack', '--silent', '--pack-destination', work], {
		cwd: repository,
		encoding: 'utf8',
	});
	return join(work, packed.trim());
}

function unpack(tarball) {
	execFileSync('tar', ['-xzf', tarball, '-C', work]);
	return join(work, 'package');
}

/** Installs the tarball as a user would, without what n8n brings: nothing else comes along that could be vulnerable. */
function checkInstallation(tarball) {
	const folder = join(work, 'installed');
	mkdirSync(folder);
	writeFileSync(join(folder, 'package.json'), '{ "private": true }');
	const flags = ['--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--silent'];
	execFileSync('npm', ['install', ...flags, tarball], { cwd: folder, stdio: 'inherit' });
	const installed = readdirSync(join(folder, 'node_modules')).filter(
		(name) => !name.startsWith('.'),
	);
	console.log(`tarball: installed, it is ${installed.join(', ')}`);
	for (const name of installed.filter((each) => each !== 'n8n-nodes-vipps-accounting')) {
		failures.push(`The tarball brings ${name} with it`);
	}
}

function checkContents(folder) {
	const files = readdirSync(folder, { recursive: true })
		.map((file) => file.replaceAll('\\', '/'))
		.filter((file) => statSync(join(folder, file)).isFile());
	const bytes = files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
	console.log(`tarball: ${files.length} files, ${Math.round(bytes / 1024)} kB unpacked`);
	for (const file of files.filter((name) => !PUBLISHED.test(name))) {
		failures.push(`The tarball holds ${file}, which nobody needs`);
	}
	for (const needed of ['README.md', 'LICENSE.md', 'CHANGELOG.md', 'index.js', 'package.json']) {
		if (!files.includes(needed)) failures.push(`The tarball lacks ${needed}`);
	}
}

function checkExports() {
	const load = createRequire(import.meta.url);
	const { n8n } = load('../../package.json');
	const named = [...n8n.credentials, ...n8n.nodes].map(
		(file) => /(\w+)\.(?:credentials|node)\.js$/.exec(file)[1],
	);
	const exported = load('../../index.js');
	for (const name of named.filter((each) => exported[each]?.name !== each)) {
		failures.push(`index.js does not export the class ${name}`);
	}
	for (const name of Object.keys(exported).filter((each) => !named.includes(each))) {
		failures.push(`index.js exports ${name}, which package.json does not list`);
	}
}
