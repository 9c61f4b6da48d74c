"""Documents made by hand: DOCX, RTF, PDF, and the exports of newspaper databases in them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="xml" ContentType="application/xml"/></Types>"""


def docx(lines: Sequence[str], *, body: str | None = None, **more: str) -> bytes:
    """A Word document of one paragraph a line, or of a body in its own XML; ``more`` are other parts by their names."""
    inside = body or "".join(f'<w:p><w:r><w:t xml:space="preserve">{escape(t)}</w:t></w:r></w:p>' for t in lines)
    parts = {
        "[Content_Types].xml": TYPES,
        "word/document.xml": f'<?xml version="1.0"?><w:document {W}><w:body>{inside}</w:body></w:document>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in (parts | more).items():
            archive.writestr(name, text)
    return out.getvalue()


def rtf(lines: Sequence[str]) -> bytes:
    """An RTF document of one paragraph a line."""
    escaped = (t.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}") for t in lines)
    coded = ("".join(c if c.isascii() else f"\\u{_signed(c)}?" for c in t) for t in escaped)
    body = "\n".join(f"\\pard\\plain\\f0\\fs20 {t}\\par" for t in coded)
    head = "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fnil\\fcharset0 Arial;}}{\\info{\\title No report}}\n"
    return f"{head}{body}\n}}".encode("ascii")


def _signed(char: str) -> str:
    units = char.encode("utf-16-le")
    return "?\\u".join(str(int.from_bytes(units[i : i + 2], "little", signed=True)) for i in range(0, len(units), 2))


def pdf(pages: Sequence[Sequence[str]], *, info: str = "") -> bytes:
    """A PDF of lines of Latin letters, a page each."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>")
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    for n, lines in enumerate(pages):
        escaped = (t.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") for t in lines)
        stream = "BT /F1 11 Tf 72 770 Td 14 TL\n" + "\n".join(f"({t}) Tj T*" for t in escaped) + "\nET"
        resources = "/Resources << /Font << /F1 3 0 R >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {resources} /Contents {5 + 2 * n} 0 R >>")
        objects.append(f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream")
    if info:
        objects.append(f"<< {info} >>")
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, text in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{text}\nendobj\n".encode("cp1252")
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{at:010} 00000 n \n".encode() for at in offsets)
    trailer = f"/Size {len(objects) + 1} /Root 1 0 R" + (f" /Info {len(objects)} 0 R" if info else "")
    return bytes(out) + f"trailer\n<< {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()


COVER = [
    "User Name: A. Reader",
    "Date and Time: Tuesday, January 20, 2026 10:00:00 AM CET",
    "Job Number: 1234567",
    "Documents (3)",
    "1. Mill burns down in Porto",
    "Client/Matter: -None-",
    "Search Terms: mill fire",
    "2. Firemen praised for their speed",
    "3. Die Mühle ist abgebrannt",
    "",
]
NEXIS_UNI = [
    *COVER,
    "",
    "Mill burns down in Porto",
    "The Linda Times (Linda)",
    "January 13, 2026 Tuesday",
    "First Edition",
    "",
    "Copyright 2026 Linda Newspapers Ltd All Rights Reserved",
    "Section: NEWS; Pg. 3",
    "Length: 24 words",
    "Byline: Ana Kovel; John Roe",
    "Dateline: PORTO",
    "Highlight: The mill was 130 years old.",
    "Body",
    "",
    "A mill burned down in Porto on Monday, police said.",
    "Nobody was hurt in the fire, which began in a store room.",
    "Subject: the mayor spoke of a loss for the town, and said that it will be built again.",
    "Classification",
    "Language: ENGLISH",
    "Publication-Type: Newspaper",
    "Subject: FIRES (90%); MILLS (70%)",
    "Load-Date: January 14, 2026",
    "End of Document",
    "",
    "Firemen praised for their speed",
    "Agence France Presse -- English",
    "January 14, 2026 Wednesday 10:25 AM GMT",
    "Copyright 2026 Agence France Presse All Rights Reserved",
    "Length: 18 words",
    "Body",
    "Porto's mayor praised the firemen on Wednesday.",
    "They came within ten minutes, he told reporters.",
    "Graphic",
    "Picture, The mayor before the ruin",
    "Load-Date: January 14, 2026",
    "End of Document",
    "",
    "Die Mühle ist abgebrannt",
    "Der Bote",
    "14. Yule 2026",
    "Copyright 2026 Der Bote Alle Rechte vorbehalten",
    "Length: 20 words",
    "Byline: Uwe Kern",
    "Body",
    "Die alte Mühle am Fluss ist am Montag abgebrannt, und die Feuerwehr konnte nichts mehr tun.",
    "Der Bürgermeister sagte, sie werde nicht wieder aufgebaut, und das Grundstück sei schon verkauft.",
    "Load-Date: January 15, 2026",
    "End of Document",
]
"""As Nexis Uni prints: cover, then headline, outlet and date above the facts."""

LEXIS_NEXIS = """
Download Request: Selected Items: 1-2
Time Of Request: Friday, January 23, 2026  16:51:31


                               1 of 2 DOCUMENTS


                              The Linda Times (Linda)

                            January 13, 2026 Tuesday
                                First Edition

Mill burns down in Porto, and nobody knows what the
owners will do with the ground

BYLINE: Ana Kovel; John Roe

SECTION: NEWS; Pg. 3

LENGTH: 24 words

DATELINE: PORTO


A mill burned down in Porto on Monday, police said. The fire, which began in a
store room, was out before noon.

Nobody was hurt in it, and the mayor spoke of a loss for the whole of the town
and for all who had worked there.

LOAD-DATE: January 14, 2026

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper

                    Copyright 2026 Linda Newspapers Ltd
                              All Rights Reserved

                               2 of 2 DOCUMENTS

                    Copyright 2026 Harbour Press, LLC
                              All Rights Reserved

                              The Harbour Post

                             January 14, 2026 Wednesday

SECTION: A-SECTION; Pg. A01

LENGTH: 18 words

HEADLINE: Firemen praised for their speed

BYLINE: Rita Sol

BODY:

Porto's mayor praised the firemen on Wednesday. They came within ten minutes of
the first call, he told reporters at the ruin.

LOAD-DATE: January 14, 2026
"""
"""As LexisNexis Academic printed, in both its orders."""

FACTIVA_CODED = [
    "HD  Mill burns down in Porto",
    "BY  By Ana Kovel and John Roe",
    "WC  24 words",
    "PD  13 January 2026",
    "ET  07:35",
    "SN  The Linda Times",
    "SC  LINDAT",
    "LA  English",
    "CY  Copyright 2026 Linda Newspapers Ltd",
    "LP  ",
    "A mill burned down in Porto on Monday, police said.",
    "TD  ",
    "Nobody was hurt in the fire, which began in a store room.",
    "The mayor spoke of a loss for the town.",
    "NS  gfire : Fires",
    "AN  Document LINDAT0020260113em1d0000b",
]
FACTIVA_BARE = [
    "News",
    "Mill burns down in Porto",
    "By Ana Kovel and John Roe",
    "24 words",
    "13 January 2026",
    "07:35",
    "The Linda Times",
    "LINDAT",
    "English",
    "Copyright 2026 Linda Newspapers Ltd",
    "",
    "A mill burned down in Porto on Monday, police said.",
    "",
    "Nobody was hurt in the fire, which began in a store room.",
    "The mayor spoke of a loss for the town.",
    "",
    "Document LINDAT0020260113em1d0000b",
]
