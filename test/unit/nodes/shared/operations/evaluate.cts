import { runInNewContext } from 'node:vm';

/** The value of an expression such as `={{ $parameter["a"] }}`, outside n8n. */
export const evaluate = (expression: string, $parameter: Record<string, unknown>): unknown =>
	runInNewContext(expression.slice('={{'.length, -'}}'.length), { $parameter }) as unknown;
