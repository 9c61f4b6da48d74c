"""Messages: press releases, alerts, exports and what is attached to them; mailboxes of messages."""

from __future__ import annotations

import io
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ingest.documents import NEXIS_UNI, docx, pdf
from tests.ingest.test_archives import names, read, zipped
from tests.ingest.test_invariants import check
from variorum.errors import FormatError, InputError
from variorum.ingest import from_bytes, from_file
from variorum.model.article import Article

RELEASE = (
    "PORTO - The ministry will build the mill in Porto again, it said on Wednesday, and\n"
    "it will begin in May of the same year if the weather allows it.\n\n"
    "“It was a loss for the town,” the minister said.\n"
)
PAGE = (
    "<html><head><style>p {color: red}</style></head><body>"
    + "".join(f"<p>{line}</p>" for line in RELEASE.replace("\n\n", "\0").replace("\n", " ").split("\0"))
    + "<img src='http://evil.example/track.gif'></body></html>"
)


def message(text: str | None = RELEASE, page: str | None = None, **heads: str) -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "Ministry of Works <press@works.example>"
    mail["Date"] = "Wed, 14 Jan 2026 09:30:00 +0000"
    mail["Subject"] = "Mill to be built again in Porto"
    for name, value in heads.items():
        del mail[name]
        mail[name] = value
    if text is not None:
        mail.set_content(text)
    if page is not None:
        (mail.add_alternative if text is not None else mail.set_content)(page, subtype="html")
    return mail


def one(mail: EmailMessage) -> Article:
    [article], failures = from_bytes(mail.as_bytes(), "a.eml")
    assert failures == []
    check(article)
    return article


@pytest.mark.parametrize("mail", [message(), message(page=PAGE), message(None, PAGE), message("", PAGE)])
def test_a_press_release(mail: EmailMessage) -> None:
    article = one(mail)
    assert (article.title, article.outlet, article.published) == (
        "Mill to be built again in Porto",
        "Ministry of Works",
        "2026-01-14T09:30+00:00",
    )
    assert [p.text for p in article.paragraphs] == [
        "Mill to be built again in Porto",
        "The ministry will build the mill in Porto again, it said on Wednesday, and it will begin in May of the same "
        "year if the weather allows it.",
        "“It was a loss for the town,” the minister said.",
    ]
    assert "evil.example" not in article.text and "color" not in article.text


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("Fwd: RE: Mill burns down", "Mill burns down"),
        ("=?utf-8?q?M=C3=BChle_brennt?=", "Mühle brennt"),
        ("Reform: mill to be built", "Reform: mill to be built"),
        ("=?no-such-code?q?Mill?= burns", "=?no-such-code?q?Mill?= burns"),
    ],
)
def test_subjects(subject: str, title: str) -> None:
    raw = message().as_bytes().replace(b"Subject: Mill to be built again in Porto", b"Subject: " + subject.encode())
    assert from_bytes(raw, "a.eml")[0][0].title == title


def test_what_is_attached_is_read_and_a_covering_note_is_not() -> None:
    mail = message("Please find our release attached.\n")
    mail.add_attachment(
        pdf([["Mill to be built again", "The ministry will build the mill."]]), "application", "pdf", filename="r 1.pdf"
    )
    mail.add_attachment(b"\x89PNG", "image", "png", filename="logo.png")
    mail.add_attachment(
        zipped({"x/b.docx": docx(["The mill burned on Monday."])}), "application", "zip", filename="b.zip"
    )
    mail.add_attachment(b"\x00\x01", "application", "octet-stream", filename="../../bad.bin")
    articles, failures = from_bytes(mail.as_bytes(), "a.eml")
    assert names(articles) == ["a.eml!/r 1.pdf", "a.eml!/b.zip!/x/b.docx"]
    assert [f.path for f in failures] == ["a.eml!/../../bad.bin"]
    assert "binary" in failures[0].error


def test_a_message_inside_a_message() -> None:
    mail = message("For you to see.\n", Subject="Fwd")
    mail.add_attachment(message(RELEASE, Subject="The inner one"))
    articles, failures = from_bytes(mail.as_bytes(), "a.eml")
    assert ([a.title for a in articles], names(articles), failures) == (["The inner one"], ["a.eml!/1"], [])


GOOGLE = """=== News - 2 new results for [mill porto] ===

Mill burns down in Porto
The Linda Times
A mill burned down on Monday, police said ...
<https://www.google.com/url?rct=j&sa=t&url=https://times.example/mill%3Fid%3D1&ct=ga&usg=x>

Firemen praised for their speed
The Harbour Post
Porto's mayor praised the firemen on Wednesday ...
<https://www.google.com/url?rct=j&sa=t&url=https://post.example/firemen&ct=ga>

- - - - - - - - - - - - - - - - -
Unsubscribe from this alert:
<https://www.google.com/alerts/remove?s=x>
"""
MICRODATA = """<html><body><table>{}</table><a href="https://www.google.com/alerts">All</a></body></html>""".format(
    "".join(
        f"""<tr itemscope itemtype="http://schema.org/Article"><td>
<a href="https://www.google.com/url?url={url}&amp;ct=ga" itemprop="url"><span itemprop="name">{title}</span></a>
<div itemprop="publisher" itemscope itemtype="http://schema.org/Organization">
<span itemprop="name">{outlet}</span></div>
<div itemprop="description">{words}</div></td></tr>"""
        for title, outlet, words, url in (
            ("Mill <b>burns</b> down in Porto", "The Linda Times", "A mill burned down on Monday, police said ...",
             "https://times.example/mill%3Fid%3D1"),
            ("Firemen praised for their speed", "The Harbour Post", "Porto's mayor praised the firemen ...",
             "https://post.example/firemen"),
        )
    )
)  # fmt: skip


@pytest.mark.parametrize("mail", [message(GOOGLE), message(GOOGLE, MICRODATA), message(None, MICRODATA)])
def test_alerts_give_what_they_list(mail: EmailMessage) -> None:
    mail.replace_header("Subject", "Google Alert - mill porto")
    articles, failures = from_bytes(mail.as_bytes(), "a.eml")
    assert [(a.path, a.title, a.outlet, a.url) for a in articles] == [
        ("a.eml#1", "Mill burns down in Porto", "The Linda Times", "https://times.example/mill?id=1"),
        ("a.eml#2", "Firemen praised for their speed", "The Harbour Post", "https://post.example/firemen"),
    ]
    assert articles[0].text == "Mill burns down in Porto\n\nA mill burned down on Monday, police said ..."
    assert articles[0].published is None
    assert [(f.path, f.error) for f in failures] == [
        ("a.eml", "an alert: of 2 reports only the opening words are here")
    ]


def test_a_message_with_pictures_in_it_is_known_by_its_head() -> None:
    mail = message(None, PAGE)
    mail.make_related()
    mail.add_related(b"\x89PNG", "image", "png", cid="<a@b>")
    for raw, name in ((mail.as_bytes(), "a"), (mail.as_bytes(), "a.eml"), (mailbox(mail), "a.mbox")):
        [article], failures = from_bytes(raw, name)
        assert (article.title, article.outlet, failures) == ("Mill to be built again in Porto", "Ministry of Works", [])


def test_an_export_in_a_message() -> None:
    articles, _ = from_bytes(message("\n".join(NEXIS_UNI)).as_bytes(), "a.eml")
    assert names(articles) == ["a.eml#1", "a.eml#2", "a.eml#3"]
    assert articles[0].outlet == "The Linda Times (Linda)"


def mailbox(*mails: EmailMessage) -> bytes:
    out = b""
    for mail in mails:
        body = b"\n".join(
            b">" + line if line.lstrip(b">").startswith(b"From ") else line for line in mail.as_bytes().split(b"\n")
        )
        out += b"From press@works.example Wed Jan 14 09:30:00 2026\n" + body + b"\n\n"
    return out


def test_a_mailbox_gives_its_messages_one_by_one() -> None:
    with_from = message("The mayor spoke.\n\nFrom the town hall he went to the mill, his office said on Monday.\n")
    raw = mailbox(message(), message("", Subject="Nothing"), with_from)
    for name in ("box.mbox", "box"):
        articles, failures = from_bytes(raw, name)
        assert names(articles) == [f"{name}#1", f"{name}#3"]
        assert [(f.path, f.error) for f in failures] == [(f"{name}#2", "no text in the message")]
        assert articles[1].text.endswith("From the town hall he went to the mill, his office said on Monday.")
    assert [f.path for f in from_file(io.BytesIO(raw), "box.mbox", only=["box.mbox#3"])] == ["box.mbox#3"]


def test_a_message_that_is_too_large_fails_alone() -> None:
    articles, failures = read(mailbox(message("word " * 2_000), message()), "box.mbox", file=5_000)
    assert (names(articles), [f.path for f in failures]) == (["box.mbox#2"], ["box.mbox#1"])


def test_a_message_in_another_language_is_kept() -> None:
    text = "Die Feuerwehr war nach zehn Minuten da, und der Brand war noch vor dem Mittag gelöscht, sagte die Polizei."
    assert one(message(text, Subject="Brand in der Mühle")).language == "de"


@pytest.mark.parametrize(
    ("raw", "name", "reason"),
    [
        (b"Talks go on in Linda", "a.eml", "not a message"),
        (b"Talks go on in Linda", "a.mbox", "not a mailbox"),
        (message(None).as_bytes(), "a.eml", "no text in the message"),
        (
            b"From: a@b.c\nMIME-Version: 1.0\n" + b"".join(
                b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n) for n in range(3_000)
            ),
            "a.eml",
            "cannot be read as e-mail|no text|parts",
        ),
        (
            b"From: a@b.c\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n" + b"--x\n\nwords\n" * 700,
            "a.eml",
            "more than 500 parts",
        ),
    ],
)  # fmt: skip
def test_what_is_no_message_is_refused(raw: bytes, name: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        from_bytes(raw, name)


@given(st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 255)), min_size=1, max_size=15))
@settings(max_examples=60, deadline=None)
def test_damage_anywhere_is_told_and_never_worse(spoilt: list[tuple[int, int]]) -> None:
    for raw in (message(RELEASE, PAGE).as_bytes(), mailbox(message(), message(RELEASE, MICRODATA))):
        broken = bytearray(raw)
        for at, value in spoilt:
            broken[at % len(broken)] = value
        try:
            articles, failures = from_bytes(bytes(broken), "a.eml")
        except FormatError as error:
            assert error.path == "a.eml"
        except InputError as error:
            assert error.path == "a.eml"
        else:
            assert articles or failures
