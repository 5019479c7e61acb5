"""One module a command; each offers `command(here)` and imports what it needs when it runs."""
