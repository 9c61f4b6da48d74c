"""Takes the README's pictures of the page anew, from examples/summit: ``python docs/img/take.py``."""

import os
import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

import variorum
from variorum.present.report import render

HERE = Path(__file__).parent
SHOTS = (
    ("page.png", 1280, 1560, "light", None),
    ("page-dark.png", 1280, 1560, "dark", None),
    ("page-phone.png", 390, 1400, "light", None),
    ("cite.png", 1280, 760, "light", "#differences a.cite"),
)


def main() -> None:
    """Write every picture; the last one shows a cited passage after a click."""
    articles = variorum.ingest(str(HERE.parents[1] / "examples" / "summit"))
    record = variorum.record(variorum.group(articles)[0])
    chromium = os.environ.get("VARIORUM_CHROMIUM") or shutil.which("chromium")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        page_file = Path(folder) / "page.html"
        page_file.write_text(render(record.to_dict()), "utf-8")
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for name, width, height, scheme, click in SHOTS:
            page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
            page.goto(page_file.as_uri())
            if click:
                page.locator(click).first.click()
                page.wait_for_selector("mark.lit")
            page.screenshot(path=HERE / name)
        browser.close()


if __name__ == "__main__":
    main()
