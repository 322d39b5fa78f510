import { delimiter, dirname } from 'node:path';

/** How npm reaches its registry. Other settings of a parent npm (`ignore-scripts`, `prefix`) are not passed on. */
const registryAccess =
	/^npm_config_(registry|@.*|\/\/.*|proxy|https_proxy|noproxy|ca|cafile|cert|key|strict_ssl|userconfig|globalconfig|cache|fetch_.*|nodedir|python)$/i;

/** What would change how n8n, npm or Node behaves: settings of another n8n, of a parent npm or of a test run. */
const foreign =
	/^(npm_.*|init_cwd|n8n_.*|db_.*|queue_.*|executions_.*|nodes_.*|credentials_.*|endpoint_.*|external_.*|workflows_.*|webhook_url|vue_app_.*|generic_timezone|tz|node_env|node_options|node_path|node_compile_cache|jest_.*|tsx_.*|esbk_.*)$/i;

/**
 * This process's environment without the variables that would change how a program behaves. The folder of the program's
 * Node is first in the path, since n8n starts its task runner as `node`.
 */
export function inheritedEnvironment(
	node: string,
	from: NodeJS.ProcessEnv = process.env,
): NodeJS.ProcessEnv {
	const kept = Object.entries(from).filter(
		([name]) => !foreign.test(name) || registryAccess.test(name),
	);
	const environment: NodeJS.ProcessEnv = Object.fromEntries(kept);
	const path = kept.find(([name]) => /^path$/i.test(name))?.[0] ?? 'PATH';
	environment[path] = [dirname(node), environment[path]].filter(Boolean).join(delimiter);
	return environment;
}
