"""The names of an archive's members: which are no reports, and which are not to be trusted."""

from __future__ import annotations

import re
from pathlib import PurePosixPath


def is_apart(name: str) -> bool:
    """Whether a member is none of the reports: a folder, a hidden file, a README, what a system puts beside files.

    The rule of ``engine.intake`` for folders on disk, with the shadow files of macOS.
    """
    steps = PurePosixPath(name.replace("\\", "/")).parts
    if not steps or name.endswith(("/", "\\")):
        return True
    hidden = any(step.startswith(".") and step not in (".", "..") for step in steps)
    return hidden or "__MACOSX" in steps or PurePosixPath(steps[-1]).stem.lower() == "readme"


def distrust(name: str) -> str | None:
    """Why a name is refused: absolute, or leading out of the archive (CWE-22).

    Nothing is ever written by that name, but a member that was named to do harm is not a source.
    """
    steps = name.replace("\\", "/")
    if steps.startswith("/") or re.match(r"[A-Za-z]:", name):
        return "its name in the archive is absolute"
    if ".." in steps.split("/"):
        return "its name leads out of the archive"
    return None
