"""The page in a real Chromium: accessibility by axe-core, cites, widths, print, no network."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

import variorum
from tests.present.made_record import made_record
from variorum.present.report import render

pytestmark = pytest.mark.browser

Scheme = Literal["light", "dark"]
QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run",
]  # fmt: skip
EXAMPLES = Path(__file__).parents[3] / "examples"
WIDE, PHONE = 1280, 390
ROAD = "#quotes a.cite[href='#c-2-602-645']"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = os.environ.get("VARIORUM_CHROMIUM") or shutil.which("chromium")
    if not chromium:
        missing = "no Chromium here: install it, or name it in VARIORUM_CHROMIUM"
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=QUIET)
        yield browser
        browser.close()


@dataclass
class Opener:
    """Opens the made record's page from disk; keeps every address asked for, and every message of the console."""

    browser: Browser
    path: Path
    asked: list[str]
    said: list[str]

    def __call__(self, width: int = WIDE, scheme: Scheme = "light", *, script: bool = True) -> Page:
        context = self.browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=script
        )
        page = context.new_page()
        page.on("request", lambda r: self.asked.append(r.url))
        page.on("console", lambda m: self.said.append(m.text))
        page.on("pageerror", lambda e: self.said.append(str(e)))
        page.goto(self.path.as_uri())
        return page


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Opener]:
    path = tmp_path / "page.html"
    path.write_text(render(made_record()), "utf-8")
    yield Opener(browser, path, [], [])
    for context in browser.contexts:
        context.close()


def unfold(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")


def complaints(page: Page) -> list[str]:
    """What axe-core says of the page as it stands, all impacts."""
    page.evaluate((resources.files("axe_playwright_python") / "axe.min.js").read_text("utf-8"))
    found: list[dict[str, Any]] = page.evaluate("axe.run().then(r => r.violations)")
    return [f"{v['impact']}, {v['id']}: {n['html']}" for v in found for n in v["nodes"]]


def collisions(page: Page) -> list[list[str]]:
    """Pairs of labels or marks that meet in the picture that is seen, and what runs over its edge."""
    met: list[list[str]] = page.evaluate("""() => {
        const svg = [...document.querySelectorAll('svg.chart')].find(s => s.getClientRects().length);
        const frame = svg.getBoundingClientRect();
        const drawn = [...svg.querySelectorAll('text, use')];
        const marks = drawn.map(n => [n.textContent || 'mark', n.getBoundingClientRect()]);
        const over = marks.filter(([, b]) => b.left < frame.left - 1 || b.right > frame.right + 1);
        const out = over.map(([t]) => [t, 'edge']);
        marks.forEach(([t, a], i) => marks.slice(i + 1).forEach(([u, b]) => {
            const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
            const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
            if (wide > 1 && high > 4) out.push([t, u]);
        }));
        return out;
    }""")
    return met


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_axe_finds_nothing(opened: Opener, width: int, scheme: Scheme) -> None:
    page = opened(width, scheme)
    unfold(page)
    assert not complaints(page)


@pytest.mark.parametrize("width", [WIDE, 1024, 760, PHONE, 320])
def test_no_page_is_wider_than_its_window(opened: Opener, width: int) -> None:
    page = opened(width)
    unfold(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_no_two_labels_of_the_picture_meet(opened: Opener, width: int) -> None:
    assert not collisions(opened(width))


@pytest.mark.model
@pytest.mark.parametrize("story", ["summit", "ferry"])
def test_the_page_of_an_example_fits_too(opened: Opener, story: str) -> None:
    articles = variorum.ingest(str(EXAMPLES / story))
    record = variorum.record(variorum.group(articles)[0])
    opened.path.write_text(render(record.to_dict()), "utf-8")
    for width in (WIDE, PHONE):
        page = opened(width)
        assert not collisions(page)
        unfold(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_click_on_a_cite_shows_its_words_and_the_way_back(opened: Opener) -> None:
    page = opened()
    link = page.locator(ROAD).first
    link.click()
    mark = page.locator("#c-2-602-645")
    assert mark.inner_text() == '"The sea between us is a road, not a wall,"'
    page.wait_for_function("document.activeElement.id === 'c-2-602-645'")
    box = mark.bounding_box()
    assert box and 0 < box["y"] < 900
    plain = page.evaluate("getComputedStyle(document.querySelector('#c-2-681-739')).backgroundColor")
    assert mark.evaluate("m => getComputedStyle(m).backgroundColor") != plain
    page.keyboard.press("Escape")
    assert link.evaluate("a => a === document.activeElement")
    box = link.bounding_box()
    assert box and 0 < box["y"] < 900
    assert not opened.said


def test_a_cite_shows_its_words_under_the_pointer_until_escape(opened: Opener) -> None:
    page = opened()
    link = page.locator("#glance a.cite[href='#c-2-192-233']").first
    link.hover()
    peek = page.locator("#peek")
    peek.wait_for(state="visible")
    assert peek.inner_text().split("\n")[0] == "will travel to Halden next week for talks"
    assert "The Norland Gazette" in peek.inner_text()
    box = peek.bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= WIDE
    page.keyboard.press("Escape")
    assert peek.is_hidden()
    assert link.get_attribute("title") == "The Norland Gazette, Wed 4 Mar 2026"


def test_a_cite_describes_itself_by_its_words_when_focused(opened: Opener) -> None:
    page = opened(PHONE)
    page.locator("#glance a").last.focus()
    page.locator(ROAD).first.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    assert page.locator(ROAD).first.get_attribute("aria-describedby") == "peek"
    assert page.locator("#peek").is_visible()
    assert not complaints(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE


def test_a_cite_works_from_the_keyboard(opened: Opener) -> None:
    page = opened(PHONE)
    page.locator(ROAD).first.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.id === 'c-2-602-645'")
    page.get_by_role("button", name="Back").click()
    assert page.locator(ROAD).first.evaluate("a => a === document.activeElement")


def test_a_cite_works_without_script(opened: Opener) -> None:
    page = opened(script=False)
    page.locator(ROAD).first.click()
    box = page.locator("#c-2-602-645").bounding_box()
    assert box and 0 < box["y"] < 900


def test_a_link_into_a_folded_part_unfolds_it(opened: Opener) -> None:
    page = opened()
    page.goto(opened.path.as_uri() + "#d-d3")
    assert page.locator("#d-d3").evaluate("d => d.open")


def test_the_filter_leaves_the_statements_with_the_words(opened: Opener) -> None:
    page = opened()
    page.get_by_label("Show only statements with").fill("second formal")
    assert [t.strip() for t in page.locator("#claims .claim:visible .words").all_inner_texts()] == [
        "It was the second formal meeting of the two leaders."
    ]
    assert page.locator("#claim-found").inner_text() == "1 of 6"


def test_the_first_tab_stop_skips_to_the_record(opened: Opener) -> None:
    page = opened()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the record"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_nothing_is_hidden_in_print_and_cites_say_where(opened: Opener) -> None:
    page = opened()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details:not([open])").count() == 0
    shown = page.locator(ROAD).first.evaluate(
        "a => getComputedStyle(a, '::before').content + a.textContent + getComputedStyle(a, '::after').content"
    )
    assert shown.replace('"', "").replace(" ", "") == "[S2:602–645]"  # browsers quote the pieces in their own ways
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details:not([open])").count() > 0


def test_nothing_is_asked_of_the_network(opened: Opener) -> None:
    page = opened()
    page.locator(ROAD).first.click()
    page.wait_for_load_state("networkidle")
    assert {url.split("#")[0] for url in opened.asked if not url.startswith("data:")} == {opened.path.as_uri()}
