from __future__ import annotations

import io
import json
import tarfile
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests import factory
from tests.present.made_record import made_record
from variorum.engine.verify import Verified, cites_with_pointers, verify
from variorum.errors import CitationError, FormatError, UnreadableError
from variorum.ingest import from_bytes
from variorum.model.article import Article
from variorum.model.plain import cites_in, plain, plain_article
from variorum.model.record import SCHEMA, Independence, Record, StoryHead
from variorum.model.text import Span

REPORT = """Mara Voss goes to Halden

OSTBERG, March 4, 2026 (NPA) - Norland's Prime Minister Mara Voss will travel to
Halden next week, her office said on Wednesday.

"The sea is a road, not a wall," she told reporters.
"""


def source(folder: Path, name: str = "voss.txt", text: str = REPORT) -> Article:
    """A report on disk, read."""
    (folder / name).write_text(text, "utf-8")
    (article,), failures = from_bytes((folder / name).read_bytes(), name)
    assert failures == []
    return article


def record_of(*articles: Article, words: str = "Halden next week", texts: bool = True) -> dict[str, Any]:
    """A record that cites the words, in a silence's stead, from each article."""
    cites = []
    for article in articles:
        start = article.text.index(words)
        cites.append(plain(article.cite(Span(start, start + len(words)))))
    rows = [plain_article(a, texts=texts) for a in articles]
    return {"schema": SCHEMA, "articles": rows, "quotes": [{"id": "q1", "variants": cites}]}


def test_a_source_that_is_here_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    article = source(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert verify(record_of(article, texts=False)) == Verified(1, (article.id,), ())


def test_sources_are_found_beside_the_record(tmp_path: Path) -> None:
    article = source(tmp_path)
    file = tmp_path / "record.json"
    file.write_text(json.dumps(record_of(article, texts=False)), "utf-8")
    assert verify(file).reread == (article.id,)
    assert verify(record_of(article), folder=tmp_path).reread == (article.id,)


def test_sources_that_were_moved_are_found_in_the_folder_named(tmp_path: Path) -> None:
    article = source(tmp_path)
    for path in ("reports/may/voss.txt", "/nowhere/reports/voss.txt"):
        record = record_of(article, texts=False)
        record["articles"][0]["path"] = path
        with pytest.raises(CitationError, match="is not here"):
            verify(record)
        assert verify(record, folder=tmp_path).reread == (article.id,)


def test_a_cite_that_has_lost_a_field_is_refused(tmp_path: Path) -> None:
    for field in ("article", "start", "end", "exact"):
        record = record_of(source(tmp_path))
        del record["quotes"][0]["variants"][0][field]
        with pytest.raises(FormatError, match=f"/quotes/0/variants/0/{field}"):
            verify(record)


def test_one_article_of_a_file_with_several_is_found_again(tmp_path: Path) -> None:
    rows = [{"headline": f"Report {n}", "articleBody": f"Minister {n} left on Monday."} for n in (1, 2)]
    raw = "\n".join(json.dumps(r) for r in rows).encode()
    (tmp_path / "two.jsonl").write_bytes(raw)
    articles, _ = from_bytes(raw, "two.jsonl")
    data = record_of(articles[1], words="Minister 2 left", texts=False)
    assert verify(data, folder=tmp_path) == Verified(1, (articles[1].id,), ())


def packed(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in files.items():
            archive.writestr(name, raw)
    return out.getvalue()


def tarred(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        for name, raw in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(raw)
            archive.addfile(info, io.BytesIO(raw))
    return out.getvalue()


def test_members_of_archives_are_found_again(tmp_path: Path) -> None:
    line = json.dumps({"headline": "Report", "articleBody": "Minister 7 left on Monday."}).encode()
    inner = packed({"a/voss.txt": REPORT.encode(), "other.txt": REPORT.encode()})
    files = {"all.jsonl": b"\n" + line, "deep/in.zip": inner, "bad.txt": b""}
    (tmp_path / "may.zip").write_bytes(packed(files))
    (tmp_path / "june.tar.gz").write_bytes(tarred({"x/voss.txt": REPORT.encode()}))
    found = [*from_bytes((tmp_path / "may.zip").read_bytes(), "desk/may.zip")[0]]
    found += from_bytes((tmp_path / "june.tar.gz").read_bytes(), "june.tar.gz")[0]
    assert [a.path for a in found] == [
        "desk/may.zip!/all.jsonl#2",
        "desk/may.zip!/deep/in.zip!/a/voss.txt",
        "desk/may.zip!/deep/in.zip!/other.txt",
        "june.tar.gz!/x/voss.txt",
    ]
    data = record_of(*found[1:], texts=False)
    data["articles"].append(plain_article(found[0], texts=False))
    assert verify(data, folder=tmp_path) == Verified(3, tuple(a.id for a in (*found[1:], found[0])), ())
    files["deep/in.zip"] = packed({"a/voss.txt": REPORT.replace("a wall", "a fence").encode(), "other.txt": b"x y z"})
    (tmp_path / "may.zip").write_bytes(packed(files))
    with pytest.raises(CitationError, match=r"/articles/0/text_sha256: the source desk/may\.zip!/deep/in\.zip!/a/voss"):
        verify(data, folder=tmp_path)
    (tmp_path / "may.zip").write_bytes(packed({"all.jsonl": line}))
    with pytest.raises(CitationError, match=r"/articles/0: the source desk/may\.zip!/deep.* is no longer in it"):
        verify(data, folder=tmp_path)
    (tmp_path / "may.zip").write_bytes(b"PK\x03\x04 no archive")
    with pytest.raises(CitationError, match=r"is no report now: not a ZIP archive"):
        verify(data, folder=tmp_path)


@pytest.mark.parametrize("name", ["what#3.txt", "a!/b#2.jsonl", "x#2.zip", "all#1.jsonl"])
def test_names_that_look_like_paths_inward_are_found_too(tmp_path: Path, name: str) -> None:
    line = json.dumps({"headline": "Report", "articleBody": "Voss goes to Halden next week."}).encode()
    raw = packed({"y#1!/z.txt": REPORT.encode()}) if name.endswith("zip") else REPORT.encode()
    raw = line + b"\n" + line.replace(b"Report", b"More") if name.endswith("jsonl") else raw
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_bytes(raw)
    articles, _ = from_bytes(raw, name)
    assert verify(record_of(*articles, texts=False), folder=tmp_path).reread == tuple(a.id for a in articles)


def test_an_archive_is_opened_once_for_all_its_articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = REPORT.encode()
    (tmp_path / "all.zip").write_bytes(packed({f"{n}.txt": text + str(n).encode() for n in range(30)}))
    articles, _ = from_bytes((tmp_path / "all.zip").read_bytes(), "all.zip")
    opened: list[str] = []
    open_it = zipfile.ZipFile.open

    def count(self: zipfile.ZipFile, info: zipfile.ZipInfo) -> Any:
        opened.append(info.filename)
        return open_it(self, info)

    monkeypatch.setattr(zipfile.ZipFile, "open", count)
    assert len(verify(record_of(*articles[:20], texts=False), folder=tmp_path).reread) == 20
    assert len(opened) == 20


@pytest.mark.parametrize("path", ["a\x00b.zip!/x", "x" * 5_000, "nowhere.zip!/../../a.txt#1#2"])
def test_a_path_that_leads_nowhere_is_no_source(tmp_path: Path, path: str) -> None:
    data = record_of(source(tmp_path))
    data["articles"][0]["path"] = path
    assert verify(data, folder=tmp_path / "none").reread == ()


def test_without_its_source_an_article_is_held_against_the_text_in_the_record(tmp_path: Path) -> None:
    article = source(tmp_path)
    data = record_of(article)
    (tmp_path / "voss.txt").unlink()
    assert verify(data, folder=tmp_path) == Verified(1, (), (article.id,))


def test_every_cite_of_a_full_record_is_counted() -> None:
    data = made_record()
    found = verify(data)
    assert found.cites == len(cites_in(data)) > 50
    assert (found.reread, found.embedded) == ((), ("a0001", "a0002", "a0003", "a0004"))


def test_a_record_of_the_library_is_taken_as_it_is() -> None:
    article = factory.article("Lee left.", path=None)
    alone = Independence(1, 1, 1, 1, ())
    record = Record(StoryHead("s1", "Lee left", None, None), (article,), alone, (), (), (), (), (), (), (), (), (), ())
    assert verify(record) == Verified(0, (), (article.id,))


def test_no_source_and_no_text_is_an_error(tmp_path: Path) -> None:
    article = source(tmp_path)
    (tmp_path / "voss.txt").unlink()
    with pytest.raises(CitationError, match=r"/articles/0: the source voss\.txt is not here, and the record holds no"):
        verify(record_of(article, texts=False), folder=tmp_path)


def test_a_source_changed_since_is_an_error(tmp_path: Path) -> None:
    data = record_of(source(tmp_path))
    (tmp_path / "voss.txt").write_text(REPORT.replace("a wall", "a fence"), "utf-8")
    with pytest.raises(CitationError, match=r"voss\.txt has changed"):
        verify(data, folder=tmp_path)


def test_a_source_that_is_no_report_any_more_is_an_error(tmp_path: Path) -> None:
    data = record_of(source(tmp_path))
    (tmp_path / "voss.txt").write_bytes(b"\x00\x01\x02" * 400)
    with pytest.raises(CitationError, match=r"voss\.txt has changed and is no report now"):
        verify(data, folder=tmp_path)


def test_a_text_changed_in_the_record_is_an_error(tmp_path: Path) -> None:
    data = record_of(source(tmp_path))
    data["articles"][0]["text"] = data["articles"][0]["text"].replace("a wall", "a fence")
    with pytest.raises(CitationError, match=r"/articles/0/text: the text of voss\.txt in the record"):
        verify(data, folder=tmp_path)


def test_a_hash_that_is_not_the_sources_is_an_error(tmp_path: Path) -> None:
    data = record_of(source(tmp_path), texts=False)
    data["articles"][0]["text_sha256"] = "0" * 64
    with pytest.raises(CitationError, match=r"/articles/0/text_sha256: the source voss\.txt is read differently"):
        verify(data, folder=tmp_path)


SPOILT = [
    ("exact", "Halden last week", r"'Halden last week' is cited, 'Halden next week' stands"),
    ("exact", "", r"'' is cited"),
    ("start", 0, r"0 to \d+, 'Halden next week' is cited"),
    ("start", -5, r"-5 to \d+, 'Halden next week' is cited, '' stands"),
    ("end", 100_000, r"to 100000, 'Halden next week' is cited"),
    ("article", "a9", r"cites article a9, which the record does not hold"),
]


@pytest.mark.parametrize(("field", "value", "reason"), SPOILT)
def test_a_cite_that_does_not_hold_is_named(tmp_path: Path, field: str, value: Any, reason: str) -> None:
    data = record_of(source(tmp_path), source(tmp_path, "again.txt"))
    data["quotes"][0]["variants"][1][field] = value
    with pytest.raises(CitationError, match=rf"^/quotes/0/variants/1: .*{reason}"):
        verify(data, folder=tmp_path)


def test_the_first_of_two_broken_cites_is_named() -> None:
    data = made_record()
    data["differences"][1]["positions"][0]["evidence"][0]["exact"] = "Fish"
    data["agenda"][0]["entries"][2]["cite"]["exact"] = "Fish"
    with pytest.raises(CitationError, match=r"^/agenda/0/entries/2/cite: in article a0003"):
        verify(data)


NO_RECORDS: list[tuple[Any, str]] = [
    (None, "a JSON object is needed, this is null"),
    ([], "object is needed, this is list"),
    ({}, "its schema is None"),
    ({"schema": "variorum/record/2", "articles": []}, "its schema is 'variorum/record/2'"),
    ({"schema": SCHEMA}, "no list of articles"),
    ({"schema": SCHEMA, "articles": ["a1"]}, "/articles/0: an object is needed, this is str"),
    ({"schema": SCHEMA, "articles": [{"id": "a1"}]}, "/articles/0/text_sha256: str is needed, this is null"),
]


@pytest.mark.parametrize(("data", "reason"), NO_RECORDS)
def test_what_is_no_record_is_refused(data: Any, reason: str) -> None:
    with pytest.raises(FormatError, match=reason):
        verify(data)


def test_a_cite_with_offsets_that_are_no_numbers_is_refused() -> None:
    data = made_record()
    data["times"][0]["start"] = "12"
    with pytest.raises(FormatError, match="/times/0/start: int is needed, this is str"):
        verify(data)


def test_a_file_that_is_no_json_is_refused(tmp_path: Path) -> None:
    (tmp_path / "record.json").write_text("{", "utf-8")
    with pytest.raises(FormatError, match=r"record\.json: not JSON"):
        verify(tmp_path / "record.json")
    with pytest.raises(UnreadableError, match=r"gone\.json"):
        verify(tmp_path / "gone.json")


def test_pointers_are_escaped_and_in_order() -> None:
    cite = {"article": "a", "start": 0, "end": 1, "exact": "x"}
    data = {"a/b": [cite, {"c~d": cite}], "e": {"f": cite | {"cite": cite}}}
    assert [p for p, _ in cites_with_pointers(data)] == ["/a~1b/0", "/a~1b/1/c~0d", "/e/f", "/e/f/cite"]
