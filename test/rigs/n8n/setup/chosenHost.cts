import { hosts, isHostName, type HostRecipe } from '../../../../host/install/versions.cts';

/** The host that the tests run on. */
export function chosenHost(name = process.env.E2E_HOST ?? 'baseline'): HostRecipe {
	if (!isHostName(name)) throw new Error(`There is no host "${name}"`);
	return hosts[name];
}
