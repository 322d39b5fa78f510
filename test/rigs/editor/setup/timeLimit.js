// The first page of an n8n that has just started brings some six hundred files: nearly a minute on a machine that has other work.
jest.setTimeout(120_000);
