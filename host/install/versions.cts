/** The releases of Node that a host runs on, both bounds included. */
export interface NodeSupport {
	/** Lowest `[major, minor]`. */
	from: readonly [major: number, minor: number];
	/** Highest major. */
	to: number;
	/** The version range that npm installs if the running Node is not supported. */
	bring: string;
}

/** How a version of n8n is installed and run. */
export interface HostRecipe {
	/** n8n's exact version. */
	n8n: string;
	node: NodeSupport;
	/** Replacements for dependencies of n8n, such as one that is not in the npm registry. */
	overrides: Readonly<Record<string, string>>;
	/** Packages with a binding that must load. No other install scripts are run. */
	native: readonly string[];
	/** Further flags for `npm install`. */
	installFlags: readonly string[];
}

/** The n8n versions this package is run on: `baseline` is the oldest one supported, `current` a recent one. */
export const hosts = {
	baseline: {
		n8n: '2.8.4',
		node: { from: [20, 19], to: 24, bring: '24' },
		overrides: { xlsx: '0.18.5' },
		native: ['sqlite3'],
		installFlags: [],
	},
	current: {
		n8n: '2.41.1',
		node: { from: [24, 0], to: 24, bring: '24' },
		overrides: { xlsx: '0.18.5', linkedom: '0.18.12' },
		native: ['sqlite3', 'isolated-vm'],
		installFlags: [],
	},
} as const satisfies Record<string, HostRecipe>;

/** The name of a host. */
export type HostName = keyof typeof hosts;

/** Whether there is a host of this name. */
export const isHostName = (name: string): name is HostName => Object.hasOwn(hosts, name);
