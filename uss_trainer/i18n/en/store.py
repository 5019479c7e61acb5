"""What can go wrong with the database."""

WORDS = {
    "bad-url": "'{url}' is no database URL; write for example sqlite:///C:/data/trainer.db",
    "no-driver": "no driver is installed for '{url}'; install the one its database needs",
    "read-only": "the database can't be written to; make the file and its folder writable, or name another with --db",
    "cannot-open": "the database can't be opened ({cause}); check the folder, or name another with --db",
    "disk-full": "the disk is full; free some space, everything up to the last reply is kept",
    "disk-error": "the disk reports an error; check it, everything up to the last reply is kept",
    "corrupt": "this file is damaged or no database; nothing was changed. Move it away to begin a new one, or restore a copy",
    "busy": "another program is writing to the database; try again in a moment",
    "newer": "the database was written by a newer uss-trainer (version {found}, this one knows {known}); update uss-trainer",
    "foreign": "this database belongs to another program; name another with --db",
    "failed": "the database refused: {cause}",
    "attempt-moved-on": "attempt {attempt} was carried on in another window; open it again from Home to go on from there",
    "no-such-attempt": "no attempt '{attempt}'; `uss-trainer history` lists them",
    "deal-moved-on": "deal {deal} was carried on in another window; open it again from Home to go on from there",
    "no-such-deal": "no run of a deal '{deal}'",
    "ambiguous-attempt": "several attempts begin with '{attempt}'; give more of the id",
    "no-copy": "no copy could be written ({cause}); nothing was changed. Free some space or make the folder writable",
    "migration-failed": "the database could not be brought to this version; nothing was changed. Report it with a copy of the file",
}
