import { removeTemplate } from './provideTemplate.cts';

/** After all test files. */
export default removeTemplate;
