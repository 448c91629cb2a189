"""One data file per language; `record` says what it holds, docs/languages.md how to add one."""
