"""The example stories, all thrown together: each comes out whole and apart, with the copies its gold names."""

from __future__ import annotations

import itertools
import json
from functools import cache
from pathlib import Path

import pytest

from variorum.group import find_lineage, group_stories
from variorum.ingest import from_bytes
from variorum.model.article import Article

ROOT = Path(__file__).parents[2]
FOLDERS = sorted(p for p in (ROOT / "examples").iterdir() if p.is_dir())
SUFFIXES = {".txt", ".md", ".json", ".jsonl"}


@cache
def articles(folder: Path) -> tuple[Article, ...]:
    files = sorted(p for p in folder.iterdir() if p.suffix in SUFFIXES)
    return tuple(a for p in files for a in from_bytes(p.read_bytes(), str(p.relative_to(ROOT)))[0])


def file_of(article: Article) -> str:
    return Path((article.path or "").split("#")[0]).name


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda p: p.name)
def test_a_folder_alone_is_one_story(folder: Path) -> None:
    assert len(group_stories(articles(folder), find_lineage(articles(folder)))) == 1


def test_all_folders_together_come_apart() -> None:
    mixed = [a for folder in reversed(FOLDERS) for a in articles(folder)]
    found = {frozenset(a.id for a in s.articles) for s in group_stories(mixed, find_lineage(mixed))}
    assert found == {frozenset(a.id for a in articles(folder)) for folder in FOLDERS}


@pytest.mark.parametrize("gold", sorted((ROOT / "eval" / "story" / "gold").glob("*.json")), ids=lambda p: p.stem)
def test_copies_are_those_of_the_gold(gold: Path) -> None:
    rows = json.loads(gold.read_text("utf-8")).get("copies", [])
    copied = [row["articles"] for row in rows if row["relation"] in ("edited copy", "same agency text")]
    wanted = {frozenset(pair) for files in copied for pair in itertools.combinations(files, 2)}
    here = articles(ROOT / "examples" / gold.stem)
    name = {a.id: file_of(a) for a in here}
    found = {
        frozenset((name[k.article], name[k.other]))
        for k in find_lineage(here)
        if k.other and k.relation in ("carries", "copies", "edits")
    }
    assert found == wanted
