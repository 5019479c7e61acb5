"""The command line: it asks `actions` and prints; results on stdout, problems on stderr."""
