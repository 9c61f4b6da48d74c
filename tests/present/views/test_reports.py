from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.present.made_record import bare_record, made_record
from variorum.model.text import Span
from variorum.present.views.reports import Close, Open, Passage, Piece, Report, marked, reports
from variorum.present.views.sources import Sources


def view() -> tuple[Report, ...]:
    record = made_record()
    return reports(record, Sources(record["articles"]))


def passage(start: int, end: int) -> Passage:
    return Passage(Span(start, end), f"c-{start}-{end}", "")


def drawn(pieces: tuple[Piece, ...]) -> str:
    """``[`` opens a passage, ``(`` goes on with one, ``]`` closes either."""
    return "".join(p if isinstance(p, str) else "]" if isinstance(p, Close) else "(["[p.first] for p in pieces)


def test_passages_nest_where_they_can() -> None:
    assert drawn(marked("one two three", Span(0, 13), [passage(0, 13), passage(4, 7), passage(0, 3)])) == (
        "[[one] [two] three]"
    )


def test_a_passage_that_crosses_another_is_cut_and_goes_on() -> None:
    assert drawn(marked("one two three", Span(0, 13), [passage(0, 7), passage(4, 13)])) == "[one [two]]( three]"


def test_a_passage_that_crosses_a_block_goes_on_in_the_next() -> None:
    crossing = [passage(2, 9)]
    assert drawn(marked("one\n\ntwo x", Span(0, 3), crossing)) == "on[e]"
    assert drawn(marked("one\n\ntwo x", Span(5, 10), crossing)) == "(two ]x"


@st.composite
def cut_texts(draw: st.DrawFn) -> tuple[str, list[Passage]]:
    text = draw(st.text(alphabet="ab😀 ", min_size=1, max_size=24))
    ends = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))).filter(lambda e: e[0] < e[1])
    return text, [passage(*e) for e in draw(st.lists(ends, max_size=8, unique=True))]


@given(cut_texts())
def test_marks_lose_no_character_nest_and_cover_each_passage_once(given: tuple[str, list[Passage]]) -> None:
    text, passages = given
    pieces = marked(text, Span(0, len(text)), passages)
    assert "".join(p for p in pieces if isinstance(p, str)) == text
    open_: list[Open] = []
    covered = {p.anchor: "" for p in passages}
    first: list[str] = []
    for piece in pieces:
        if isinstance(piece, Open):
            open_.append(piece)
            first += [piece.passage.anchor] if piece.first else []
        elif isinstance(piece, Close):
            open_.pop()
        else:
            for mark in open_:
                covered[mark.passage.anchor] += piece
    assert not open_
    assert covered == {p.anchor: text[p.span.start : p.span.end] for p in passages}
    assert sorted(first) == sorted(covered)


def test_every_character_but_white_space_stands_in_a_block() -> None:
    texts = {a["id"]: a["text"] for a in made_record()["articles"]}
    for report in view():
        assert report.blocks
        shown = "".join(p for b in report.blocks for p in b.pieces if isinstance(p, str))
        assert "".join(shown.split()) == "".join(texts[report.source.id].split())


def test_what_lies_outside_every_part_is_still_shown() -> None:
    record = made_record()
    record["articles"][3]["parts"] = []
    (report,) = (r for r in reports(record, Sources(record["articles"])) if r.source.siglum == "S4")
    assert report.blocks and {b.kind for b in report.blocks} == {"body"} and len(report.blocks) == 5


def test_a_passage_knows_its_uses_and_a_date_what_it_was_read_as() -> None:
    report = view()[2]
    marks = {p.passage.exact: p.passage for b in report.blocks or () for p in b.pieces if isinstance(p, Open)}
    assert marks["fishing rights will stay off the table"].classes == "conflict quote"
    assert marks["on Tuesday"].note == "= Tue 10 Mar 2026 (counted from the report’s own date)"


def test_a_text_left_out_is_stood_for_by_its_cited_passages() -> None:
    record = made_record()
    del record["articles"][3]["text"]
    report = reports(record, Sources(record["articles"]))[3]
    assert report.blocks is None
    assert "It was the second formal meeting of the two leaders." in [p.exact for p in report.passages]


def test_only_web_addresses_become_links() -> None:
    record = bare_record()
    for url, kept in (("https://a.example/x", "https://a.example/x"), ("javascript:alert(1)", None), (None, None)):
        record["articles"][0]["url"] = url
        assert reports(record, Sources(record["articles"]))[0].url == kept


def test_the_head_says_who_wrote_it_and_when() -> None:
    facts = dict(view()[1].facts)
    assert facts["By"] == "Petra Lund"
    assert facts["Published"] == "Wed 4 Mar 2026, 16:40"
    assert facts["Dateline"] == "OSTBERG, Wed 4 Mar 2026"
