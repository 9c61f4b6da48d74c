"""What hypothesis draws: texts like news, and unlike it; and parses with any part changed."""

from __future__ import annotations

from eval.fuzz.targets import SEEDS
from hypothesis import strategies as st

CLAUSES = (
    "Mara Voss said on Tuesday", "he told reporters in Brest", "the two leaders met", "according to her office",
    "President Jon Adeyemi", "will visit Lagos next month", "At least 12 people were killed", "was not raised",
    "adding that", "talks on fishing, salt and the mine", "she wrote on X", "called it a bad joke", "two days later",
    "from 1910 to 1945", "for the second time since 2020", "the Council of Ports (CP)", "officials denied that",
)  # fmt: skip
MARKS = (*"\"“”„‟‘’‚«»‹›'`´()[]{}—–-…,.;:!?/&%$€#@*_|\\<>", "''", "``", "…”", ".”", ",“", "’s", "' s")
NUMBERS = (
    "10^400", "1,,2,,3", "1e309", "-0", "½", "٣٤", "3.000.000", "9" * 40, "1" * 400, "5-6", "7/0", "$3.5 billion",
    "million million", "no fewer than", "dozens of thousands of", "a hundred and", "twenty-", "one-in-three",
    "0 percent",
)  # fmt: skip
DATES = (
    "Feb. 30", "the 45th of May", "0000-00-00", "31/31/9999", "in 99999", "year 0000", "the 0th century", "25:61",
    "2025-02-30T99:99", "99999 weeks ago", "the 1990s", "late last month", "every", "a year ago today", "mid-October",
    "the first quarter of 0000", "from Monday to", "1910-", "between 9 and", "Q5 2025", "13/13", "May", "'00s",
)  # fmt: skip
SIGNS = (
    "\x00", "\x07", "\t", "\r\n", "\x0b", "\x0c", "\x1c", "\x85", "\u00a0", "\u00ad", "\u0301" * 5, "\u200b", "\u200d",
    "\u202e", "\u2028", "\u2029", "\u2066", "\ufeff", "\ufffd", "\uffff", "\U0001f469\u200d\U0001f467", "\U0010ffff",
    "قال الوزير", "高市早苗", "İ", "ß", "ﬁ", "ǅ", "e\u0301", "\ud83d", "\udc00",
)  # fmt: skip
BREAKS = ("\n", "\n\n", "\r\n\r\n", "\r", "\n \t\n", "\u2029")

pieces = st.one_of(
    st.sampled_from(CLAUSES),
    st.sampled_from(MARKS),
    st.sampled_from(NUMBERS),
    st.sampled_from(DATES),
    st.sampled_from(SIGNS),
    st.text(max_size=6),
)
days = st.one_of(st.none(), st.dates().map(str), st.sampled_from(["0001-01-01", "9999-12-31", "2024-02-29"]))


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A report's text."""
    text = ""
    for _ in range(draw(st.integers(1, 4))):
        row = draw(st.lists(pieces, min_size=1, max_size=14))
        paragraph = draw(st.sampled_from([" ", " ", ""])).join(row)
        text += paragraph + draw(st.sampled_from(BREAKS))
    return text


@st.composite
def repeated(draw: st.DrawFn) -> str:
    """A report that is one piece said over and over, without a full stop: some kilobytes."""
    row = " ".join(draw(st.lists(pieces.filter(str.strip), min_size=1, max_size=3)))
    times = draw(st.integers(1000, 3000)) // (len(row) + 1) + 1
    return "Voss " + (row + draw(st.sampled_from([" ", " ", ", ", ""]))) * times


def _sentences() -> list[list[str]]:
    """The sentences of the seeds, as tokens of a spec."""
    lines = [line for path in sorted((SEEDS / "parse").iterdir()) for line in path.read_text("utf-8").splitlines()]
    written = [s.split() for line in lines if not line.startswith("@") for s in line.removeprefix("# ").split(" || ")]
    return [sentence for sentence in written if len(sentence) > 2]


SENTENCES = _sentences()
DEPS = (
    "nsubj", "nsubjpass", "ccomp", "xcomp", "advcl", "acl", "relcl", "conj", "dobj", "pobj", "prep", "agent", "poss",
    "appos", "punct", "mark", "aux", "auxpass", "oprd", "attr", "acomp", "amod", "compound", "nummod", "pcomp", "dep",
)  # fmt: skip
CHANGES = st.tuples(
    st.integers(0, 500),
    st.one_of(
        st.tuples(st.just(5), st.integers(-9, 9).map(str)),
        st.tuples(st.just(5), st.sampled_from(["0", "-99", "99", "-1", "1"])),
        st.tuples(st.just(4), st.sampled_from(DEPS)),
        st.tuples(
            st.just(2), st.sampled_from(["NN", "NNP", "NNS", "VBD", "VBG", "VBN", "PRP", "IN", "CD", "JJ", "``"])
        ),
        st.tuples(st.just(3), st.sampled_from(["NOUN", "PROPN", "VERB", "AUX", "PRON", "ADP", "NUM", "ADJ", "PUNCT"])),
        st.tuples(st.just(6), st.sampled_from(["", "B-PERSON", "I-PERSON", "B-ORG", "B-GPE", "I-GPE", "B-DATE"])),
        st.tuples(
            st.just(0), st.sampled_from([*MARKS, *NUMBERS, "said", "not", "who", "she", "+'s", "||", "of", "Voss"])
        ),
        st.tuples(st.just(-1), st.sampled_from(["drop", "double", "||"])),
    ),
)


@st.composite
def paragraphs(draw: st.DrawFn) -> str:
    """Some sentences of the seeds with tokens dropped, doubled, renamed, and hung elsewhere."""
    tokens = [t for s in draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3)) for t in [*s, "||"]]
    for place, (field, value) in draw(st.lists(CHANGES, max_size=25)):
        at = place % len(tokens)
        row = tokens[at].rsplit("/", 6)
        if field < 0 or len(row) < 7:
            tokens[at : at + 1] = {"drop": [], "double": [tokens[at]] * 2}.get(value, ["||", tokens[at]])
            tokens = tokens or ["||"]
        else:
            row[field] = value.replace(" ", "_")
            tokens[at] = "/".join(row)
    return " ".join(tokens)


@st.composite
def specs(draw: st.DrawFn) -> str:
    """One report's spec."""
    day = draw(days)
    body = draw(st.lists(paragraphs(), min_size=1, max_size=3))
    headline = draw(st.sampled_from(["", "", "# "]))
    return (f"@{day}\n" if day else "") + headline + "\n".join(body) + "\n"


stories = st.lists(specs(), min_size=1, max_size=4).map("====\n".join)
