"""Several places: what counts, what is passed over, and that one broken thing stops nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from shutil import copy, copytree
from typing import TYPE_CHECKING

import pytest

from uss_trainer.content import reading
from uss_trainer.content.bundled import bundled
from uss_trainer.content.digest import edition_from, edition_parts
from uss_trainer.content.library import open_library
from uss_trainer.content.scoring import load_rubric_file
from uss_trainer.errors import TrainerError
from uss_trainer.i18n import sentence

if TYPE_CHECKING:
    from uss_trainer.content.edition import Edition

TESTS = Path(__file__).parent.parent
SMALL = TESTS / "packs" / "small"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A place with the small pack of one scenario, `short-call`."""
    copytree(SMALL, tmp_path / "mine" / "small")
    return tmp_path / "mine"


def second(place: Path, name: str, **changes: str) -> Path:
    """Another place whose pack and scenario differ from the small pack's as told."""
    other = place.parent / name
    copytree(SMALL, other / "small")
    for file in (other / "small").iterdir():
        text = file.read_text(encoding="utf-8")
        for old, new in changes.items():
            text = text.replace(f"id: {old.replace('_', '-')}\n", f"id: {new}\n", 1)
        file.write_text(text, encoding="utf-8")
    return other


def test_the_first_pack_of_an_id_counts_and_the_other_is_named(place: Path) -> None:
    other = second(place, "theirs", short_call="their-call")
    library = open_library([place, other])
    small = [pack for pack in library.packs if pack.id == "small"]
    assert [entry.id for entry in small[0].scenarios] == ["short-call"]
    assert len(small) == 1
    told = [sentence(problem, "en") for problem in library.problems]
    assert (
        f"{other / 'small'}: 'small' is passed over, because {place / 'small'} comes first" in told
    )
    assert all(problem.severity == "warning" for problem in library.problems)
    with pytest.raises(TrainerError, match=r"check\.no-scenario"):
        library.edition("their-call")


def test_the_first_scenario_of_an_id_counts_across_packs(place: Path) -> None:
    other = second(place, "theirs", small="large")
    library = open_library([other, place])
    packs = {pack.id: [entry.path for entry in pack.scenarios] for pack in library.packs}
    assert packs["large"] == [other / "small" / "short-call.yaml"]
    assert packs["small"] == []
    passed = [one for one in library.problems if one.code == "check.shadowed"]
    assert [one.where for one in passed] == [str(place / "small" / "short-call.yaml")]
    assert library.edition("short-call").pack == "large"


def test_one_id_twice_in_a_place_is_an_error(place: Path) -> None:
    twin = place / "small" / "twin.yaml"
    copy(place / "small" / "short-call.yaml", twin)
    library = open_library([place])
    entries = {entry.path: entry for pack in library.packs for entry in pack.scenarios}
    assert not entries[twin].playable
    assert entries[place / "small" / "short-call.yaml"].playable
    assert library.edition("short-call").scenario.id == "short-call"


def test_the_firms_profile_is_the_packs_own_or_the_first_places(place: Path) -> None:
    profile = (
        "format: company/1\nname:\n  zh: {0}公司\n  en: {0} Ltd\n"
        "short:\n  zh: {0}\n  en: {0}\nproduct:\n  zh: 软件\n  en: software\n"
    )
    assert open_library([place]).company.short.en == open_library([]).company.short.en
    (place / "company.yaml").write_text(profile.format("Alpha"), encoding="utf-8")
    library = open_library([place])
    assert library.company.short.en == "Alpha"
    assert library.edition("short-call").company.short.en == "Alpha"
    (place / "small" / "company.yaml").write_text(profile.format("Beta"), encoding="utf-8")
    library = open_library([place])
    assert library.company.short.en == "Alpha"
    assert library.edition("short-call").company.short.en == "Beta"


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("small/broken.yaml", "id: broken\ntitle：x\n"),
        ("small/pack.yaml", "format: pack/1\n"),
        ("loose/scene.yaml", "id: loose\n"),
        ("company.yaml", "[" * 50),
        ("scoring/visit.yaml", "format: rubric/2\n"),
        ("scoring/visit.lines.zh.yaml", "\t"),
    ],
)
def test_one_broken_file_stops_nothing_else(place: Path, file: str, content: str) -> None:
    path = place / file
    path.parent.mkdir(exist_ok=True)
    path.write_text(content, encoding="utf-8")
    library = open_library([place])
    problems = [one for pack in library.packs for one in pack.problems]
    problems += [
        one for pack in library.packs for entry in pack.scenarios for one in entry.problems
    ]
    told = "\n".join(sentence(one, "en") for one in (*problems, *library.problems))
    assert str(path.parent) in told or "lines" in file
    assert "short-call" in [entry.id for pack in library.packs for entry in pack.scenarios]
    if file != "company.yaml":
        assert library.edition("short-call").scenario.id == "short-call"


def test_a_broken_scenario_is_listed_and_not_played(place: Path) -> None:
    path = place / "small" / "short-call.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("technique: phone", "technique: phones", 1), encoding="utf-8")
    library = open_library([place])
    with pytest.raises(TrainerError) as refused:
        library.edition("short-call")
    assert sentence(refused.value.problem, "en").endswith(
        "there is no rubric for the technique 'phones'; did you mean 'phone'?"
    )


def test_a_broken_file_whose_id_could_be_none_goes_by_its_name(place: Path) -> None:
    (place / "small" / "huge.yaml").write_text(f'id: "{"a" * 9000}"\n', encoding="utf-8")
    listed = [entry.id for pack in open_library([place]).packs for entry in pack.scenarios]
    assert "huge" in listed


def test_an_unknown_scenario_is_answered_with_the_nearest(place: Path) -> None:
    with pytest.raises(TrainerError) as refused:
        open_library([place]).edition("short-cal")
    assert sentence(refused.value.problem, "zh") == "没有剧本“short-cal”；是不是“short-call”？"


def test_a_folder_that_is_a_pack_may_be_named_itself(place: Path) -> None:
    library = open_library([place / "small"])
    assert library.edition("short-call").pack == "small"


def test_a_place_that_does_not_exist_holds_nothing(tmp_path: Path) -> None:
    assert open_library([tmp_path / "none"]).problems == open_library([]).problems


def test_listing_reads_no_lines_and_an_edition_only_its_own(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    real = reading.read_document
    monkeypatch.setattr(reading, "read_document", lambda path: read.append(path.name) or real(path))
    library = open_library([place, TESTS / "packs"])
    assert read == []
    edition = library.edition("short-call")
    others = {name for name in read if not name.startswith(("phone", "faults", "scale"))}
    assert others == {"company.yaml", "short-call.yaml"}
    assert edition.rubrics["phone"].lines
    read.clear()
    library = open_library([place])
    assert library.packs
    assert not [name for name in read if ".lines" in name]


def test_an_edition_survives_being_written_down(place: Path) -> None:
    edition = open_library([place, TESTS / "packs"]).edition("quick-knife-first-visit")
    parts = edition_parts(edition)
    again = edition_from({name: text for name, (_, text) in parts.items()}, edition.lines)
    assert again == edition
    assert edition_parts(again) == parts == again.parts == edition.parts
    lines = {f"lines:{technique}" for technique in edition.rubrics}
    assert set(edition.digests) == {*parts, *lines} - {"pack"}
    assert {"scenario", "rubric:visit", "faults", "scale", "company"} <= set(edition.digests)


def test_an_edition_written_down_with_its_lines_inside_is_read_as_well(short_call: Edition) -> None:
    parts = edition_parts(replace(short_call, lines={}))
    again = edition_from({name: text for name, (_, text) in parts.items()})
    assert again.rubrics == short_call.rubrics
    assert not again.lines


def test_an_edit_changes_only_the_digest_of_its_part(place: Path) -> None:
    before = open_library([place]).edition("short-call")
    path = place / "small" / "short-call.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("quality: 3", "quality: 2", 1), encoding="utf-8")
    after = open_library([place]).edition("short-call")
    changed = {name for name in before.digests if before.digests[name] != after.digests[name]}
    assert changed == {"scenario"}


def test_a_rubric_file_anywhere_brings_its_lines(tmp_path: Path) -> None:
    for file in bundled("scoring").glob("phone*.yaml"):
        copy(file, tmp_path / file.name.replace("phone", "my-phone"))
    library = open_library([])
    rubric = load_rubric_file(tmp_path / "my-phone.yaml", library.scoring)
    assert rubric == library.rubric("phone"), "and what all rubrics share, so it judges alike"


def test_a_places_own_rubric_counts_with_its_own_lines(place: Path) -> None:
    (place / "scoring").mkdir()
    text = (bundled("scoring") / "phone.yaml").read_text(encoding="utf-8")
    mine = place / "scoring" / "phone.yaml"
    mine.write_text(text.replace("talk_minutes: 4", "talk_minutes: 9"), encoding="utf-8")
    library = open_library([place])
    assert library.rubric("phone").talk_minutes == 9
    own = {part.technique for part in library.rubric("phone").lines}
    assert own == {"faults"}, "only what the fault catalogue shares comes from elsewhere"
    assert [one.facts["kept"] for one in library.problems if one.code == "check.shadowed"] == [
        str(mine)
    ]
