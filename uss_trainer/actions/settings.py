"""What the trainee has settled once: name, language, theme. A small file read before the first frame."""

from __future__ import annotations

import json
import locale
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from uss_trainer.errors import fail
from uss_trainer.i18n import LANGS, Lang

FILE = "settings.json"


@dataclass(frozen=True, slots=True)
class Settings:
    """The trainee's own settings."""

    lang: Lang
    name: str = ""
    """How customers address the trainee; empty before the first start is done."""

    theme: str = "textual-dark"

    @property
    def fresh(self) -> bool:
        """Whether the first start hasn't been gone through yet."""
        return not self.name


def locale_lang(environ: Mapping[str, str] = os.environ) -> Lang:
    """Return the language of the user's locale: Chinese where it says so, else English."""
    named = next(
        (environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), ""
    )
    if not named:
        named = locale.getlocale()[0] or ""
    return "zh" if named.lower().startswith(("zh", "chinese")) else "en"


def load_settings(folder: Path, environ: Mapping[str, str] = os.environ) -> Settings:
    """Return the stored settings; whatever is missing or damaged there takes its default."""
    try:
        found = json.loads((folder / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        found = {}
    if not isinstance(found, dict):
        found = {}
    known = {field.name for field in fields(Settings)}
    kept = {name: text for name, text in found.items() if name in known and isinstance(text, str)}
    if kept.get("lang") not in LANGS:
        kept["lang"] = locale_lang(environ)
    return Settings(**kept)  # type: ignore[arg-type]


def save_settings(folder: Path, settings: Settings) -> None:
    """Write the settings whole or not at all; TrainerError `common.cannot-save` where that fails."""
    target = folder / FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        draft = target.with_suffix(".new")
        draft.write_text(
            json.dumps(asdict(settings), ensure_ascii=False, indent=1), encoding="utf-8"
        )
        draft.replace(target)
    except OSError as error:
        raise fail("common.cannot-save", str(target), cause=error.strerror or str(error)) from error
