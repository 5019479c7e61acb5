"""Write the JSON Schemas that editors use: `python bench/write_schemas.py`.

Run it whenever a content model changes; a test tells when.
"""

from __future__ import annotations

from uss_trainer.authoring.schemas import MODELS, schema
from uss_trainer.content.bundled import bundled


def main() -> None:
    """Write one file for each format."""
    for kind in MODELS:
        path = bundled("schemas") / f"{kind}.json"
        path.parent.mkdir(exist_ok=True)
        path.write_text(schema(kind), encoding="utf-8", newline="\n")
        print(path.name)


if __name__ == "__main__":
    main()
