from __future__ import annotations

from pathlib import Path

import pytest

from tests import factory
from variorum.errors import UnreadableError
from variorum.store import ParseStore

PARSE = factory.passage("Lee/NNP/nsubj/1 met/VBD/ROOT/1 Xi/NNP/dobj/1 ././punct/1").parse


def test_what_is_put_is_found_again_by_a_later_run(tmp_path: Path) -> None:
    first = ParseStore(tmp_path / "store.sqlite", "parser 1")
    first.put({"key": PARSE})
    first.close()
    assert ParseStore(tmp_path / "store.sqlite", "parser 1").get(["key", "other"]) == {"key": PARSE}


def test_another_parsers_parses_are_not_found(tmp_path: Path) -> None:
    ParseStore(tmp_path / "store.sqlite", "parser 1").put({"key": PARSE})
    assert ParseStore(tmp_path / "store.sqlite", "parser 2").get(["key"]) == {}


def test_more_keys_than_one_statement_takes(tmp_path: Path) -> None:
    store = ParseStore(tmp_path / "store.sqlite", "parser 1")
    store.put({f"k{n}": PARSE for n in range(1200)})
    assert len(store.get([f"k{n}" for n in range(1300)])) == 1200


def test_a_file_that_is_no_store_is_named(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("not a database, only some notes about one" * 50)
    with pytest.raises(UnreadableError, match=r"notes\.txt"):
        ParseStore(path, "parser 1")
