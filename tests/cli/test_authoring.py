"""The trainer's commands: what they write, refuse and leave alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest


def test_schema_writes_what_an_editor_needs(uss, tmp_path: Path) -> None:
    files = uss("schema", "--format", "json").json["schemas"]
    assert {"scenario", "pack", "rubric", "lines", "company"} <= set(files)
    shown = uss("schema", "pack").out
    assert json.loads(shown)["required"] == ["format", "id", "title"]
    target = tmp_path / "pack.json"
    assert str(target) in uss("schema", "pack", "-o", target).out
    assert target.read_text(encoding="utf-8") == shown
    listed = uss("schema").out
    assert all(path in listed for path in files.values())


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (["schema", "scenarios"], 2, "did you mean 'scenario'?"),
        (["schema", "-o", "x.json"], 2, "needs KIND"),
        (["schema", "pack", "-o", "no/where.json"], 1, "can't be written"),
        (["new"], 2, "needs KIND"),
        (["new", "packs", "x"], 2, "did you mean 'pack'?"),
        (["new", "pack"], 2, "needs ID"),
        (["new", "pack", "Spring", "--into", "p"], 1, "'Spring' can't be an id"),
        (["new", "scenario", "x", "--into", "p"], 1, "make one with `uss-trainer new pack ID"),
        (["new", "rubric", "phone", "--into", "p"], 1, "the id 'phone' is taken already"),
    ],
)
def test_what_a_trainer_is_refused_is_one_line(uss, args, code, said) -> None:
    answer = uss(*args)
    assert answer.code == code
    assert said in answer.line


@pytest.fixture
def packs(uss, tmp_path: Path) -> Path:
    """A folder with a pack that `new` has made."""
    folder = tmp_path / "packs"
    made = uss("new", "pack", "spring", "--title", "Spring [training]", "--into", folder)
    assert made.code == 0, made.err
    return folder


def test_what_new_makes_passes_check_and_its_own_tests(uss, packs: Path) -> None:
    for technique in ("phone", "visit", "opening", "questioning", "fbv", "closing", "objection"):
        how = ("--technique", technique, "--into", packs, "--lang", "zh")
        assert uss("new", "scenario", f"first-{technique}", *how).code == 0
    assert uss("new", "company", "--title", "O'Neil: tools", "--into", packs).code == 0
    assert uss("new", "rubric", "greeting", "--into", packs).code == 0
    assert uss("check", packs, "--format", "json").json["problems"] == []
    tested = uss("test", packs, "--format", "json").json
    assert (tested["tests"], tested["differences"]) == (14, [])
    assert (packs / ".schemas" / "scenario.json").is_file()
    first = (packs / "spring" / "first-phone.yaml").read_text(encoding="utf-8")
    assert first.startswith("# yaml-language-server: $schema=../.schemas/scenario.json\n# 一个剧本")


def test_new_overwrites_nothing_and_says_what_is_there(uss, packs: Path) -> None:
    before = (packs / "spring" / "pack.yaml").read_bytes()
    for args, said in (
        (["pack", "spring"], "the id 'spring' is taken already"),
        (["scenario", "short-call", "--technique", "phone"], "the id 'short-call' is taken"),
        (["scenario", "x", "--pack", "sprin", "--technique", "phone"], "did you mean 'spring'?"),
        (["scenario", "x", "--technique", "phon"], "did you mean 'phone'?"),
        (["scenario", "x"], "say which technique with --technique"),
    ):
        assert said in uss("new", *args, "--into", packs).line
    assert uss("new", "company", "--into", packs).code == 0
    assert "stays as it is" in uss("new", "company", "--into", packs).line
    assert (packs / "spring" / "pack.yaml").read_bytes() == before


def test_new_asks_on_a_terminal_for_what_it_is_not_told(uss, packs: Path, monkeypatch) -> None:
    monkeypatch.setattr("uss_trainer.cli.commands.new.is_terminal", lambda _: True)
    answers = "scenario\nsecond-call\nThe second call\nphone\n"
    answer = uss("new", "--into", packs, "--texts", "en", stdin=answers)
    assert answer.code == 0, answer.err
    assert "Which technique: phone, visit" in answer.err
    written = (packs / "spring" / "second-call.yaml").read_text(encoding="utf-8")
    assert "en: 'The second call'" in written
    assert "zh:" not in written


def test_new_from_a_dialogue_in_whatever_windows_saves(uss, packs: Path, tmp_path: Path) -> None:
    source = tmp_path / "talk.txt"
    dialogue = "客户：喂，哪位？\r\n销售：您好，我是用友软件的小李，想约您谈谈月底结账的事。\r\n客户：好的。\r\n"
    how = ("--technique", "phone", "--into", packs, "--from", source)
    for name, encoding, said in (
        ("a", "utf-8", ""),
        ("b", "gb18030", "GBK"),
        ("c", "utf-16", "UTF-16"),
    ):
        source.write_bytes(dialogue.encode(encoding))
        answer = uss("new", "scenario", f"from-{name}", *how)
        assert answer.code == 0, answer.err
        assert said in answer.err
    first, *others = (packs / "spring" / f"from-{name}.yaml" for name in "abc")
    page = first.read_text(encoding="utf-8")
    assert "steps: [introduce-self, state-purpose]" in page
    assert all(
        one.read_text("utf-8") == page.replace("from-a", f"from-{one.stem[-1]}") for one in others
    )
    found = uss("check", first, "--format", "json")
    assert found.code == 0
    assert {one["code"] for one in found.json["problems"]} == {"check.todo"}
    assert (
        uss("play", "from-a", "--packs", packs, "--replies", "-", "--dry-run", stdin="2").code == 0
    )


@pytest.mark.parametrize(
    ("start", "said"),
    [
        (b"PK\x03\x04", "is a Word file"),
        (b"\xd0\xcf\x11\xe0", "is a Word file"),
        (b"%PDF-1", "is a PDF"),
    ],
)
def test_a_file_that_is_no_text_is_named_with_the_way_to_save_it(
    uss, packs: Path, tmp_path: Path, start: bytes, said: str
) -> None:
    source = tmp_path / "talk.docx"
    source.write_bytes(start + bytes(200))
    how = ("--technique", "phone", "--into", packs, "--from", source)
    assert said in uss("new", "scenario", "x", *how).line
    assert not (packs / "spring" / "x.yaml").exists()


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (["short-cal"], 1, "did you mean 'short-call'?"),
        (["none.yaml"], 1, "there is no such file"),
        (["short-call", "--mood", "trust"], 2, "such as trust=2 (-5 … 5), not 'trust'"),
        (["short-call", "--mood", "trust=9"], 2, "--mood is a name and a value"),
        (["short-call", "--fact", "met=perhaps"], 2, "not 'perhaps'"),
        (["short-call"], 1, "the screen needs a terminal"),
    ],
)
def test_preview_says_what_it_can_not_begin_with(uss, args, code, said) -> None:
    answer = uss("preview", *args)
    assert (answer.code, said in answer.line) == (code, True), answer.err


def test_a_pack_is_handed_on_and_never_replaces_a_newer_one_silently(
    uss, packs: Path, tmp_path: Path
) -> None:
    how = ("--technique", "phone", "--into", packs)
    assert uss("new", "scenario", "first-call", *how).code == 0
    pack, there = packs / "spring" / "pack.yaml", tmp_path / "there"
    bundles = {}
    for version in ("1", "1.10", "1.9"):
        text = pack.read_text(encoding="utf-8")
        pack.write_text(text.replace(_version(text), f"version: '{version}'"), encoding="utf-8")
        bundles[version] = tmp_path / f"{version}.zip"
        built = uss("pack", "build", packs / "spring", "-o", bundles[version], "--format", "json")
        assert (built.json["version"], built.json["files"]) == (version, 2), built.err
    install = ("--into", there, "--format", "json")
    assert uss("pack", "install", bundles["1"], *install).json["replaced"] is None
    assert uss("pack", "install", bundles["1.10"], *install).json["replaced"] == "1"
    for version, said in (("1.9", "newer than 1.9; --force"), ("1.10", "installed already")):
        answer = uss("pack", "install", bundles[version], *install)
        assert answer.code == 1
        assert said in answer.line
    forced = uss("pack", "install", bundles["1.9"], *install, "--force")
    assert (forced.json["replaced"], forced.json["version"]) == ("1.10", "1.9")
    assert (there / "spring" / "first-call.yaml").read_bytes() == (
        packs / "spring" / "first-call.yaml"
    ).read_bytes()
    assert sorted(one.name for one in there.iterdir()) == [".schemas", "spring"]
    assert uss("check", there).code == 0


def _version(text: str) -> str:
    return next(line.partition("  #")[0] for line in text.splitlines() if "version:" in line)


def test_a_pack_with_mistakes_is_neither_built_nor_installed(
    uss, packs: Path, tmp_path: Path
) -> None:
    how = ("--technique", "phone", "--into", packs)
    assert uss("new", "scenario", "first-call", *how).code == 0
    scenario, out = packs / "spring" / "first-call.yaml", tmp_path / "x.zip"
    good = scenario.read_text(encoding="utf-8")
    scenario.write_text(good.replace("outcome: won", "outcome: one"), encoding="utf-8")
    refused = uss("pack", "build", packs / "spring", "-o", out)
    assert "did you mean 'won'?" in refused.line
    scenario.write_text(good.replace("en: 'Lin Yue'", "en: 'todo'"), encoding="utf-8")
    assert "has still to be written" in uss("pack", "build", packs / "spring", "-o", out).line
    assert not out.exists()

    from uss_trainer.authoring.bundle import manifest_of, packed

    bad = {
        "pack.yaml": b"format: pack/1\nid: spring\ntitle: {zh: a, en: b}\n",
        "s.yaml": b"format: x\n",
    }
    about = {"id": "spring", "version": "", "author": "", "license": ""}
    out.write_bytes(packed(manifest_of(about, {}, bad), bad))
    answer = uss("pack", "install", out, "--into", tmp_path / "there")
    assert f"{out}" in answer.line
    assert "s.yaml:1" in answer.line
    assert list((tmp_path / "there").iterdir()) == []
