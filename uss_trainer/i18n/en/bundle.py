"""Packs as one file."""

WORDS = {
    "no-zip": "is no bundle of a pack ({cause}); `uss-trainer pack build` makes one",
    "no-manifest": "has no manifest of a pack; `uss-trainer pack build` makes one",
    "too-many": "holds {count} files; a pack has at most {most}",
    "too-big": "'{name}' is larger than it may be, or all files together are larger than {most} MB",
    "too-large": "is too large for a pack; {most} MB are the most",
    "link": "'{name}' is a link; a pack holds only files",
    "twice": "'{name}' stands in it twice",
    "bad-path": "'{name}' isn't a path inside the pack's own folder; nothing was installed",
    "not-text": "'{name}' is no text; a pack holds only {allowed}",
    "changed": "'{name}' isn't what the manifest says; get the file anew from whoever made it",
    "older": "version {there} of '{id}' is installed, which is newer than {new}; --force replaces it",
    "same-version": "version {there} of '{id}' is installed already; --force replaces it with this one ({new})",
    "left-out": "left out, as no part of a pack: {names}",
    "built": "{file}: {id} {version} by {author}, files: {files}\nsha256 {digest}",
    "installed": "{folder}: {id} {version} by {author}\nsha256 {digest}",
    "replaced": "in place of version {version}",
}
